package io.dingledger.local.permission;

import io.dingledger.embedded.permission.EmbeddedSecurity;
import io.dingledger.embedded.permission.Guard;
import io.dingledger.local.Callers;
import io.dingledger.platform.Platform;
import io.dingledger.platform.access.Access;
import io.dingledger.platform.access.StsTenantRole;
import io.dingledger.platform.access.TenantAccess;
import java.time.Clock;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The parts of the local system as the roles that the template gives them, with keys and sessions
 * from stand-ins for KMS and STS.
 */
final class Roles implements Callers {
  private static final Set<String> FOR_ONE_TENANT =
      Set.of("TranslateFunction", "PostFunction", "PatrolFunction");

  private final EmbeddedSecurity security;
  private final Clock clock = Clock.systemUTC();

  Roles(EmbeddedSecurity security) {
    this.security = security;
  }

  @Override
  public Callers.Caller of(String part) {
    AwsCredentialsProvider own = io.dingledger.embedded.permission.Caller.credentials(roleOf(part));
    Access access =
        FOR_ONE_TENANT.contains(part)
            ? new TenantAccess(new StsTenantRole(tenantRoleOf(part), security.roles(own)), clock)
            : Access.OWN;
    String key = Guard.shipped().policies().template().arn("Key");
    return new Callers.Caller(own, access, Platform.keys(key, security.keys(own), clock, access));
  }

  private static String roleOf(String part) {
    return part.equals(OPERATOR)
        ? "OperatorPolicy"
        : part.endsWith("Function") ? part.replace("Function", "Role") : part + "Role";
  }

  private static String tenantRoleOf(String part) {
    return Guard.shipped().policies().template().arn(part.replace("Function", "TenantRole"));
  }
}
