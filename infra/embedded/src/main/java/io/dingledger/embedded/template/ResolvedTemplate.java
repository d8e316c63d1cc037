package io.dingledger.embedded.template;

import java.nio.file.Path;
import java.util.Map;

/**
 * A template's resources with all intrinsic functions worked out, references to resources included:
 * as names, addresses and ARNs in an account that does not exist.
 */
public final class ResolvedTemplate {
  private static final String ACCOUNT = "000000000000";
  private static final String REGION = "eu-west-1";

  private final Map<?, ?> resources;
  private final Intrinsics intrinsics;

  private ResolvedTemplate(Map<?, ?> content) {
    this.resources = Intrinsics.section(content, "Resources");
    this.intrinsics =
        new Intrinsics(content) {
          @Override
          Object resource(String logicalId, String attribute) {
            return attribute.equals("Arn") ? arn(logicalId) : name(logicalId);
          }
        };
  }

  /**
   * Reads a template.
   *
   * @throws TemplateUnusable when it can't be read
   */
  public static ResolvedTemplate read(Path file) {
    return new ResolvedTemplate(TemplateYaml.read(file));
  }

  /** All resources by their logical ids. */
  public Map<?, ?> resources() {
    return resources;
  }

  /** The type of a resource. */
  public String type(Object logicalId) {
    return String.valueOf(((Map<?, ?>) resources.get(logicalId)).get("Type"));
  }

  /** The properties of a resource. */
  public Map<?, ?> properties(Object logicalId) {
    Map<?, ?> definition = (Map<?, ?>) resources.get(logicalId);
    return (Map<?, ?>)
        intrinsics.resolved(Intrinsics.section(definition, "Properties")).orElse(Map.of());
  }

  /** The ARN of a resource. */
  public String arn(String logicalId) {
    return switch (type(logicalId)) {
      case "AWS::DynamoDB::Table" -> regional("dynamodb", "table/" + name(logicalId));
      case "AWS::SQS::Queue" -> regional("sqs", name(logicalId));
      case "AWS::KMS::Key" -> regional("kms", "key/" + logicalId);
      case "AWS::Logs::LogGroup" -> regional("logs", "log-group:" + name(logicalId) + ":*");
      case "AWS::IAM::Role" -> "arn:aws:iam::" + ACCOUNT + ":role/" + logicalId;
      default -> logicalId;
    };
  }

  private String name(String logicalId) {
    String property =
        switch (type(logicalId)) {
          case "AWS::DynamoDB::Table" -> "TableName";
          case "AWS::SQS::Queue" -> "QueueName";
          case "AWS::Logs::LogGroup" -> "LogGroupName";
          default -> "";
        };
    Map<?, ?> written = Intrinsics.section((Map<?, ?>) resources.get(logicalId), "Properties");
    return property.isEmpty()
        ? logicalId
        : intrinsics.resolved(written.get(property)).map(String::valueOf).orElse(logicalId);
  }

  /** The ARN of something in the region and account of the template. */
  public String regional(String service, String rest) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
  }
}
