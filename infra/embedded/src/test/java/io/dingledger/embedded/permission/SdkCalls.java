package io.dingledger.embedded.permission;

import io.dingledger.embedded.template.ResolvedTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * What requests of the SDK are in the words of policies; those that it does not know it refuses.
 */
final class SdkCalls {
  private static final String CONTEXT = "kms:EncryptionContext:";
  private final ResolvedTemplate template;
  private final TableCalls tables;

  SdkCalls(ResolvedTemplate template) {
    this.template = template;
    this.tables = new TableCalls(template);
  }

  /** All permissions that a request needs; each of them must be given. */
  List<Call> of(SdkRequest request) {
    return switch (request) {
      case AssumeRoleRequest assume -> assuming(assume);
      case DecryptRequest decrypt ->
          List.of(ofKey("kms:Decrypt", decrypt.keyId(), decrypt.encryptionContext()));
      case GenerateDataKeyRequest made ->
          List.of(ofKey("kms:GenerateDataKey", made.keyId(), made.encryptionContext()));
      case SqsRequest queue -> List.of(ofQueue(queue));
      default -> tables.of(request);
    };
  }

  private static List<Call> assuming(AssumeRoleRequest request) {
    Map<String, List<String>> context = new HashMap<>();
    for (Tag tag : request.tags()) {
      context.put("aws:RequestTag/" + tag.key(), List.of(tag.value()));
    }
    if (request.hasTags()) {
      context.put("aws:TagKeys", request.tags().stream().map(Tag::key).toList());
    }
    if (!request.transitiveTagKeys().isEmpty()) {
      context.put("sts:TransitiveTagKeys", request.transitiveTagKeys());
    }
    List<Call> calls = new ArrayList<>();
    calls.add(new Call("sts:AssumeRole", request.roleArn(), context));
    if (request.hasTags()) {
      calls.add(new Call("sts:TagSession", request.roleArn(), context));
    }
    return calls;
  }

  private static Call ofKey(String action, String key, Map<String, String> given) {
    Map<String, List<String>> context = new HashMap<>();
    given.forEach((name, value) -> context.put(CONTEXT + name, List.of(value)));
    return new Call(action, key, context);
  }

  private Call ofQueue(SqsRequest request) {
    String name = request.getClass().getSimpleName().replace("Request", "");
    // One permission covers a request and its batch.
    String action = "sqs:" + name.replace("Batch", "");
    String url =
        request
            .getValueForField("QueueUrl", String.class)
            .or(() -> request.getValueForField("QueueName", String.class))
            .orElseThrow(() -> new Unknown(name + " without a queue"));
    String queue = url.substring(url.lastIndexOf('/') + 1);
    return new Call(action, template.regional("sqs", queue), Map.of());
  }
}
