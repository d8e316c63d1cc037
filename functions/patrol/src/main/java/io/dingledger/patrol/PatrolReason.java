package io.dingledger.patrol;

import io.dingledger.model.failure.ReasonCode;

/** What the patrol tells people. */
public enum PatrolReason implements ReasonCode {
  /** Arguments: what can't be done in Chinese and in English, DingTalk's code, its words. */
  NOT_ALLOWED(
      "PATROL-NOT-ALLOWED",
      "钉钉拒绝了“{0}”(代码 {2}):{3}。在恢复之前,这项工作停止。",
      "请管理员检查钉钉应用的权限、密钥、IP 白名单和授权范围;恢复后系统会自动继续。",
      "DingTalk does not allow {1} (code {2}): {3}. It stands still until that is cured.",
      "Have the administrator check the app's permissions, its secret, its IP list and its scope; it"
          + " then goes on by itself."),
  /** Arguments: DingTalk's code, its words, when it is tried again (UTC). */
  QUOTA_GONE(
      "PATROL-QUOTA-GONE",
      "本月钉钉接口调用额度已用完(代码 {0}):{1}。补查漏收的审批和读取考勤结果已暂停,下次尝试时间(UTC):{2}。",
      "额度在下月初恢复;如需提前恢复,请升级钉钉版本或购买加量包。",
      "The month's calls to DingTalk are used up (code {0}): {1}. Looking for missed approvals and"
          + " reading attendance have stopped; tried again at {2}.",
      "The quota is renewed with the month; to have it earlier, upgrade DingTalk's edition or buy a"
          + " pack."),
  /** Arguments: up to when everything was looked through (UTC). */
  BEHIND(
      "PATROL-BEHIND",
      "补查漏收的审批尚未赶上,目前只查到 {0}(UTC)为止发起的审批。",
      "通常几轮之后会自动赶上;如果长时间不变,请联系运维。",
      "Looking for missed approvals has not caught up yet: only those started before {0} were looked"
          + " through.",
      "It usually catches up by itself within a few rounds; if this does not change, call the"
          + " operator."),
  /** Arguments: form code, DingTalk's code, its words. */
  FORM_UNUSABLE(
      "PATROL-FORM-UNUSABLE",
      "无法补查表单 {0} 的审批(代码 {1}):{2}。其他表单不受影响。",
      "请确认该审批表单仍然存在;如果已删除或重建,请更新规则簿的适用范围。",
      "The approvals of form {0} can't be looked through (code {1}): {2}. Other forms are not"
          + " affected.",
      "See whether the form still exists; if it was deleted or made anew, update the rule book's"
          + " scope."),
  /** Arguments: user id, day, DingTalk's code, its words. */
  DAY_UNUSABLE(
      "PATROL-DAY-UNUSABLE",
      "无法读取员工 {0} 在 {1} 的考勤结果(代码 {2}):{3}。系统不再重复读取。",
      "请在钉钉考勤中核对这一天,必要时人工处理。",
      "The attendance of user {0} on {1} can't be read (code {2}): {3}. It is not tried again.",
      "Look at that day in DingTalk's attendance and handle it by hand if need be."),
  /** Arguments: user ids and their shared numbers, in Chinese and in English. */
  JOB_NUMBERS_TWICE(
      "PATROL-JOB-NUMBERS-TWICE",
      "有在职员工使用相同的工号:{0}。按工号对应的辅助核算可能记到别人名下。",
      "请在钉钉通讯录中更正工号,每人一个。",
      "Working people share a job number: {1}. What is booked by job number may go to somebody else.",
      "Correct the job numbers in DingTalk's directory: one for each person."),
  /** Arguments: the document, its voucher number, the code of what hinders, its words. */
  NUMBER_NOT_TOLD(
      "PATROL-NUMBER-NOT-TOLD",
      "单据 {0} 的凭证号 {1} 在 30 天内一直未能写回合思（{2}：{3}），系统不再尝试。",
      "请在合思中手工填写凭证号，或排除原因。",
      "The voucher number {1} of document {0} could not be told to Hose within 30 days ({2}: {3}); it"
          + " is not tried any more.",
      "Enter it in Hose by hand, or remove the cause."),
  /** Arguments: the document, the number that it shows, the number of our voucher. */
  OTHER_NUMBER(
      "PATROL-OTHER-NUMBER",
      "合思单据 {0} 已有另一个凭证号 {1}，与本系统的凭证号 {2} 不同，因此没有覆盖。",
      "请核对是否有人手工入账；如凭证重复，请在账务系统中冲销其一。",
      "Document {0} in Hose shows another voucher number, {1}, than our {2}; it was not overwritten.",
      "See whether somebody has booked it by hand; if it is booked twice, reverse one of the two."),
  /** Arguments: the last day on which a document came, workdays since. */
  SILENT(
      "PATROL-SILENT",
      "自 {0} 之后没有再收到任何单据,已过 {1} 个工作日,而此前一直有单据。",
      "请确认公司是否停用了审批或正在长假;如果不是,请在钉钉开放平台检查事件订阅和应用的可见范围。有新单据后此提示自动消失。",
      "No document has come since {0}, {1} workdays ago, where they used to come.",
      "See whether the company is closed or no longer uses approvals; if neither, look at the app's"
          + " event subscription and scope at DingTalk. This goes away with the next document."),
  /** Arguments: user ids, in Chinese and in English. */
  JOB_NUMBERS_BLANK(
      "PATROL-JOB-NUMBERS-BLANK",
      "有在职员工没有工号:{0}。需要按工号对应辅助核算的单据会等待人工处理。",
      "请在钉钉通讯录中补上工号。",
      "Working people have no job number: {1}. Documents that need it as a dimension will wait for a"
          + " person.",
      "Enter the job numbers in DingTalk's directory.");

  private final Texts texts;

  PatrolReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
