package io.dingledger.local.aws;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why an installation on AWS can't be spoken to. */
public enum AwsFault implements ReasonCode {
  /** Arguments: what was given. */
  STAGE_WRONG(
      "AWS-STAGE-WRONG",
      "“{0}”不能是部署阶段的名称。",
      "应以小写字母开头，只含小写字母、数字和 -，最长 16 位，与部署时的 Stage 相同。",
      "\"{0}\" can't be the name of a stage.",
      "It begins with a small letter and holds small letters, digits and -, 16 at most: the Stage"
          + " that was deployed."),
  /** Arguments: what was given. */
  REGION_WRONG(
      "AWS-REGION-WRONG",
      "“{0}”不是 AWS 区域。",
      "请写成 cn-north-1、ap-east-1 这样的区域代码。",
      "\"{0}\" is no region of AWS.",
      "Write it as cn-north-1 or ap-east-1."),
  /** Arguments: none. */
  REGION_MISSING(
      "AWS-REGION-MISSING",
      "不知道部署在哪个区域。",
      "请加 --region，或设置 AWS_REGION，或在所用的 profile 里写明 region。",
      "The region of the installation is not known.",
      "Add --region, or set AWS_REGION, or name the region in the profile."),
  /** Arguments: profile or "-", the SDK's words. */
  NO_CREDENTIALS(
      "AWS-NO-CREDENTIALS",
      "没有可用的 AWS 凭证（profile：{0}）。{1}",
      "请设置 AWS_ACCESS_KEY_ID 等变量或 --profile；用 SSO 登录的请先执行 eval \"$(aws configure"
          + " export-credentials --profile 名称 --format env)\"。",
      "There are no AWS credentials to use (profile: {0}). {1}",
      "Set AWS_ACCESS_KEY_ID and the like or --profile; who signs in by SSO runs eval \"$(aws"
          + " configure export-credentials --profile NAME --format env)\" first."),
  /** Arguments: code of AWS. */
  CREDENTIALS_REFUSED(
      "AWS-CREDENTIALS-REFUSED",
      "AWS 不接受这组凭证（{0}）。",
      "请检查是否已过期、是否属于这个分区（中国区与国际区的账号不通用）以及本机时间。",
      "AWS does not accept the credentials ({0}).",
      "Check whether they have expired, belong to this partition (accounts of China and elsewhere"
          + " are not the same), and this machine's clock."),
  /** Arguments: AWS's words. */
  NOT_ALLOWED(
      "AWS-NOT-ALLOWED",
      "这组凭证没有所需的权限：{0}",
      "请让管理员把模板输出的 OperatorPolicy 附加给你使用的用户或角色。",
      "The credentials lack a permission: {0}",
      "Have an administrator attach the template's OperatorPolicy to the user or role."),
  /** Arguments: stage, region. */
  STAGE_UNKNOWN(
      "AWS-STAGE-UNKNOWN",
      "区域 {1} 中没有名为 {0} 的部署（没有它的表、队列或密钥）。",
      "请检查 --aws 的阶段名、--region 的区域和凭证所属的账号。",
      "There is no installation {0} in {1}: its table, queue or key does not exist.",
      "Check the stage behind --aws, the region, and whose account the credentials are of."),
  /** Arguments: what happened. */
  UNREACHABLE(
      "AWS-UNREACHABLE",
      "连不上 AWS：{0}。",
      "请检查网络、代理、区域和 AWS_ENDPOINT_URL，然后重试；写入类操作请先查看是否已生效。",
      "AWS can't be reached: {0}.",
      "Check the network, proxies, the region and AWS_ENDPOINT_URL, then try again; look first"
          + " whether what was to be changed has changed.");

  private static final Set<String> ABSENT =
      Set.of(
          "ResourceNotFoundException",
          "AWS.SimpleQueueService.NonExistentQueue",
          "QueueDoesNotExist",
          "QueueDoesNotExistException",
          "NotFoundException");
  private static final Set<String> REFUSED =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "ExpiredTokenException",
          "ExpiredToken",
          "IncompleteSignature",
          "MissingAuthenticationTokenException",
          "InvalidAccessKeyId");
  private static final Set<String> FORBIDDEN =
      Set.of("AccessDeniedException", "AccessDenied", "KMSAccessDeniedException");

  private final Texts texts;

  AwsFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }

  /** What is told of a failure whose cause is AWS; empty when it has another. */
  static Optional<Reason> of(Throwable failure, AwsStage stage, String region) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SdkException told) {
        return Optional.of(reason(told, stage, region));
      }
    }
    return Optional.empty();
  }

  private static Reason reason(SdkException told, AwsStage stage, String region) {
    if (told instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
      String code = String.valueOf(answered.awsErrorDetails().errorCode());
      if (ABSENT.contains(code)) {
        return Reason.of(STAGE_UNKNOWN, stage.name(), region);
      }
      if (REFUSED.contains(code)) {
        return Reason.of(CREDENTIALS_REFUSED, code);
      }
      if (FORBIDDEN.contains(code)) {
        return Reason.of(NOT_ALLOWED, answered.awsErrorDetails().errorMessage());
      }
      return Reason.of(UNREACHABLE, code);
    }
    boolean isCredentials =
        told instanceof SdkClientException
            && String.valueOf(told.getMessage()).contains("credentials");
    return isCredentials ? noCredentials(told, stage) : Reason.of(UNREACHABLE, innermost(told));
  }

  /** The SDK's words name files, profiles and variables, never what stands in them. */
  static Reason noCredentials(Throwable told, AwsStage stage) {
    String words = String.valueOf(told.getMessage()).replaceAll("\\s+", " ");
    return Reason.of(
        NO_CREDENTIALS,
        stage.profile().orElse("-"),
        words.length() > 300 ? words.substring(0, 300) + "…" : words);
  }

  private static String innermost(Throwable told) {
    Throwable cause = told;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }
}
