package io.dingledger.platform.access;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.acting.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The permissions for the tenant on whose behalf this thread acts, as {@link Acting} says: what the
 * message names, not what some code computed a key for. Whoever acts for no tenant has the
 * function's own.
 *
 * <p>One request to STS for each tenant and process, and again shortly before what it gave ends.
 * While that can still be used, a renewal that fails does no harm.
 */
public final class TenantAccess implements Access {
  /** A process serves more tenants than this seldom; the one that was idle longest is forgotten. */
  private static final int MOST_KEPT = 500;

  /** So long before their end credentials are renewed: longer than any single request lasts. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  private final TenantRole role;
  private final Clock clock;
  private final Map<Tenant, Slot> slots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tenant, Slot> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** The permissions that this role gives. */
  public TenantAccess(TenantRole role, Clock clock) {
    this.role = role;
    this.clock = clock;
  }

  /**
   * What a function's setting says.
   *
   * @param role the ARN of a role; empty or blank for the function's own permissions
   */
  public static Access of(Optional<String> role, Clock clock) {
    return role.filter(arn -> !arn.isBlank())
        .<Access>map(arn -> new TenantAccess(new StsTenantRole(arn), clock))
        .orElse(Access.OWN);
  }

  @Override
  public Optional<AwsCredentialsProvider> now() {
    return Acting.now().tenant().map(tenant -> slot(tenant).credentials(Escape.of(tenant)));
  }

  private Slot slot(Tenant tenant) {
    synchronized (slots) {
      return slots.computeIfAbsent(tenant, each -> new Slot());
    }
  }

  /** Of one tenant; whoever comes while another asks STS waits for that answer. */
  private final class Slot {
    private Instant expiresAt = Instant.MIN;
    private AwsCredentialsProvider given;

    synchronized AwsCredentialsProvider credentials(String tenant) {
      Instant now = clock.instant();
      if (now.isBefore(expiresAt.equals(Instant.MIN) ? expiresAt : expiresAt.minus(EARLY))) {
        return given;
      }
      try {
        TenantRole.Session session = role.assume(tenant);
        given = StaticCredentialsProvider.create(session.credentials());
        expiresAt = session.expiresAt();
      } catch (AccessUnavailable later) {
        if (!now.isBefore(expiresAt)) {
          throw later;
        }
      }
      return given;
    }
  }
}
