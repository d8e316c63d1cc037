package io.dingledger.embedded.permission;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.SqsRequest;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Stands in every client of the SDK in a module whose tests list it among the SDK's global
 * interceptors, and refuses what the shipped policies do not allow to whoever signed the request.
 * Who signs with other keys than {@link Caller} makes is not checked: those are the tests
 * themselves.
 *
 * <p>In tests that start a function by Quarkus the SDK comes from another class loader than its
 * list of global interceptors supposes; there Quarkus gives it to the clients that it makes ({@code
 * META-INF/microprofile-config.properties}). STS's client is not one of those: that a function
 * takes its tenant role on is decided in {@code PermissionsTest}.
 */
public final class GuardInterceptor implements ExecutionInterceptor {
  private static final java.util.regex.Pattern CREDENTIAL =
      java.util.regex.Pattern.compile("Credential=([A-Za-z0-9]+)/");

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    Optional<Caller> caller =
        context
            .httpRequest()
            .firstMatchingHeader("Authorization")
            .map(CREDENTIAL::matcher)
            .filter(Matcher::find)
            .flatMap(
                signed ->
                    Caller.of(
                        signed.group(1),
                        context.httpRequest().firstMatchingHeader("X-Amz-Security-Token")));
    if (caller.isEmpty()) {
      return;
    }
    List<Verdict> refused =
        Guard.shipped().decide(caller.get(), context.request()).stream()
            .filter(each -> !each.isAllowed())
            .toList();
    if (!refused.isEmpty()) {
      throw refusal(context, refused.getFirst());
    }
  }

  private static AwsServiceException refusal(Context.BeforeTransmission context, Verdict verdict) {
    AwsServiceException.Builder builder =
        switch (context.request()) {
          case DynamoDbRequest table -> DynamoDbException.builder();
          case KmsRequest keys -> KmsException.builder();
          case SqsRequest queue -> SqsException.builder();
          default -> StsException.builder();
        };
    return builder
        .statusCode(400)
        .message(verdict.caller() + " may not " + verdict.call())
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode("AccessDeniedException")
                .errorMessage(verdict.caller() + " may not " + verdict.call())
                .build())
        .build();
  }
}
