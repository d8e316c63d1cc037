package io.dingledger.platform.failure;

import io.dingledger.model.failure.ReasonCode;

/** What the platform refuses or cannot do, in words for the person who must act. */
public enum PlatformReason implements ReasonCode {
  /** A sealed credential that does not open for this tenant and name. */
  SECRET_REFUSED(
      "PLATFORM-SECRET-REFUSED",
      "密钥“{0}”无法解封：内容被改动，或它属于别的租户或别的名称。",
      "请重新录入该密钥。",
      "The sealed credential \"{0}\" does not open: it was altered, or it belongs to another tenant"
          + " or another name.",
      "Enter the credential again."),
  /** The key file can't be read or has the wrong length. */
  KEY_FILE_UNUSABLE(
      "PLATFORM-KEY-FILE-UNUSABLE",
      "密钥文件 {0} 不可用：{1}。",
      "请从备份恢复该文件；没有它，已封存的密钥无法解封。",
      "The key file {0} can't be used: {1}.",
      "Restore it from a backup; without it the sealed credentials can't be opened."),
  /** The key service did not answer or denied access. */
  KEYS_UNREACHABLE(
      "PLATFORM-KEYS-UNREACHABLE",
      "密钥服务没有给出答复（{0}）。",
      "请检查密钥服务的状态和本函数的权限。",
      "The key service gave no answer ({0}).",
      "Check the state of the key service and the permissions of this function."),
  /** The table did not answer or denied access. */
  STORE_UNREACHABLE(
      "PLATFORM-STORE-UNREACHABLE",
      "数据表没有给出答复（{0}），不知道写入是否生效。",
      "系统会自动重试；若持续出现，请检查数据表的状态和权限。",
      "The table gave no answer ({0}); it is not known whether a write had its effect.",
      "The work is repeated by itself; if this goes on, check the table's state and permissions."),
  /** STS did not hand out the permissions for a tenant. */
  ACCESS_UNAVAILABLE(
      "PLATFORM-ACCESS-UNAVAILABLE",
      "暂时无法取得代表该租户操作的权限（{0}），没有读写任何数据。",
      "系统会自动重试；若持续出现，请检查 AWS STS 的状态和租户角色的信任策略。",
      "The permissions to act for this tenant could not be had ({0}); nothing was read or written.",
      "The work is repeated by itself; if this goes on, check the state of AWS STS and the trust"
          + " policy of the tenant role."),
  /** A tenant whose name no session tag or encryption context can carry. */
  TENANT_NAME_UNUSABLE(
      "PLATFORM-TENANT-NAME-UNUSABLE",
      "租户名称不可用：{0}。",
      "请使用较短的名称；汉字和符号每个算五个字符。名称不能以“suite ”开头。",
      "The tenant's name can't be used: {0}.",
      "Use a shorter one: letters and digits count once, anything else five times. It must not"
          + " begin with \"suite \"."),
  /** More than one item or one transaction can hold. */
  TOO_LARGE(
      "PLATFORM-TOO-LARGE",
      "内容过大，无法一次保存：{0}，上限 {1}。",
      "请拆分单据或规则簿，或减少分录行数。",
      "The content is too large to be stored at once: {0}, the limit is {1}.",
      "Split the document or the rule book, or use fewer voucher lines."),
  /** Stored content that nobody can read, or that is not what its key says. */
  STORED_UNREADABLE(
      "PLATFORM-STORED-UNREADABLE",
      "已保存的内容无法读取或与其键不符：{0}。",
      "请联系运维人员，从时间点备份核对该条目。",
      "Stored content can't be read or is not what its key says: {0}.",
      "Ask an operator to compare the item with the point-in-time backup."),
  /** Another tenant, or one of the operator's apps, uses this callback key. */
  CALLBACK_KEY_TAKEN(
      "PLATFORM-CALLBACK-KEY-TAKEN",
      "该回调地址的密钥已被另一租户或第三方应用使用。",
      "请生成新的回调地址。",
      "The callback key is already used by another tenant or third-party app.",
      "Generate a new callback address."),
  /** Another text has the same version. */
  VERSION_TAKEN(
      "PLATFORM-VERSION-TAKEN",
      "规则簿版本 {0} 已存在且内容不同。",
      "请对规则簿稍作改动（例如加一行注释）后再保存。",
      "The rule book version {0} exists with another text.",
      "Change the rule book a little, for example by a comment, and store it again."),
  /** Four fifths of a month's calls to DingTalk are used. */
  QUOTA_NEARLY_USED(
      "PLATFORM-QUOTA-NEARLY-USED",
      "{0} 月的钉钉接口调用即将用完：已用 {1} 次，额度 {2} 次。用完后，本月余下的单据要等到下月才能读取。",
      "请在钉钉管理后台购买调用量包或升级版本，并在租户设置中更新每月额度；或缩小规则簿的适用范围。",
      "The calls to DingTalk in {0} are nearly used up: {1} of {2}. When they are, the documents of"
          + " the rest of the month can't be read before the next one.",
      "Buy more calls or a larger edition at DingTalk and enter the new monthly figure in the"
          + " tenant's settings, or narrow the scope of the rule book."),
  /** A month's calls to DingTalk are used up. */
  QUOTA_USED_UP(
      "PLATFORM-QUOTA-USED-UP",
      "{0} 月的钉钉接口调用额度 {1} 次已全部用完，新的单据暂停读取，{2} 月初自动继续，不会丢失。",
      "如需立即继续，请在钉钉管理后台购买调用量包或升级版本，并在租户设置中更新每月额度。",
      "All {1} calls to DingTalk in {0} are used up. New documents wait and are read by themselves"
          + " when {2} begins; none is lost.",
      "To go on at once, buy more calls or a larger edition at DingTalk and enter the new monthly"
          + " figure in the tenant's settings."),
  /** Arguments: the setting's name, its text. */
  TIME_UNREADABLE(
      "PLATFORM-TIME-UNREADABLE",
      "设置 {0} 的值“{1}”不是时长。",
      "请写成正整数加单位 ms、s、m、h 或 d，例如 330s。",
      "The setting {0} has the value \"{1}\", which is no span of time.",
      "Write a whole number above nought and a unit, ms, s, m, h or d, for example 330s."),
  /** Arguments: a setting, its value, the settings it must outlast, why in both languages. */
  TIMES_DISAGREE(
      "PLATFORM-TIMES-DISAGREE",
      "时间设置互相矛盾：{0}={1} 必须大于 {2}，否则{3}。",
      "请调整其中一项，所有函数须使用同一组设置，见 docs/settings.md。",
      "Two times contradict each other: {0}={1} must be longer than {2}; otherwise {4}.",
      "Change one of them, for all functions alike; docs/settings.md has the rules."),
  /** What a notice was about is over. */
  NOTICE_SETTLED(
      "PLATFORM-NOTICE-SETTLED",
      "该提示所指的问题已经消除。",
      "无需处理。",
      "What this notice was about is over.",
      "Nothing needs to be done.");

  private final Texts texts;

  PlatformReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
