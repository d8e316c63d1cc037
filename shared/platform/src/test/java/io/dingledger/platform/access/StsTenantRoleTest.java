package io.dingledger.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class StsTenantRoleTest {
  private static final Instant END = Instant.parse("2026-03-01T01:00:00Z");
  private static final String ROLE = "arn:aws:iam::000000000000:role/post-tenant";

  private final StandInSts sts = new StandInSts();
  private final TenantRole role = new StsTenantRole(ROLE, sts);

  @Test
  void theTenantIsTheOnlyTagAndIsNotHandedOn() {
    TenantRole.Session session = role.assume("a=0023b");
    AssumeRoleRequest request = sts.asked.getFirst();
    assertEquals(ROLE, request.roleArn());
    assertEquals("tenant", request.tags().getFirst().key());
    assertEquals("a=0023b", request.tags().getFirst().value());
    assertEquals(1, request.tags().size());
    assertTrue(request.transitiveTagKeys().isEmpty());
    assertEquals(3600, request.durationSeconds());
    assertEquals(END, session.expiresAt());
    assertEquals("token", ((AwsSessionCredentials) session.credentials()).sessionToken());
  }

  @Test
  void theLongestNameOfATenantStillMakesASessionName() {
    role.assume("=4E2D".repeat(51));
    String name = sts.asked.getFirst().roleSessionName();
    assertTrue(name.matches("[\\w+=,.@-]{2,64}"), name);
  }

  @Test
  void whatStsAnswersIsSaid() {
    sts.failure =
        (RuntimeException)
            StsException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
                .build();
    assertTrue(refusal().getMessage().contains("AccessDenied"));
    sts.failure = SdkClientException.create("timed out");
    assertTrue(refusal().getMessage().contains("SdkClientException"));
  }

  private AccessUnavailable refusal() {
    return assertThrows(AccessUnavailable.class, () -> role.assume("a"));
  }

  private static final class StandInSts implements StsClient {
    private final List<AssumeRoleRequest> asked = new ArrayList<>();
    private RuntimeException failure;

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
      asked.add(request);
      if (failure != null) {
        throw failure;
      }
      return AssumeRoleResponse.builder()
          .credentials(
              given ->
                  given
                      .accessKeyId("key")
                      .secretAccessKey("secret")
                      .sessionToken("token")
                      .expiration(END))
          .build();
    }

    @Override
    public String serviceName() {
      return "sts";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
