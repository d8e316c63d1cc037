package io.dingledger.local.replay;

/** What people read of a document or voucher that is tried again. */
enum ReplayWord {
  NEW("新凭证，将推送 · new, would be sent"),
  SETTLING("等待账务系统确认 · settling, nothing is sent before"),
  ALREADY_THERE("已在账务系统，将关联 · already there, would be linked"),
  DIFFERENT("内容不同，须由人决定 · different, a person decides"),
  CANNOT_BE_ASKED("无法查询 · cannot be asked"),
  TRANSLATED_AGAIN("将重新翻译 · would be translated again"),
  FETCHED_AGAIN("将重新读取 · would be fetched again"),
  NOTHING("不作处理 · nothing to do"),
  DUE("已安排重试 · due now"),
  REFUSED("未重试 · refused");

  private final String words;

  ReplayWord(String words) {
    this.words = words;
  }

  /** In both languages. */
  String words() {
    return words;
  }
}
