package io.dingledger.local;

import io.dingledger.model.failure.ReasonCode;

/** Why the local system did not start. */
public enum StartFault implements ReasonCode {
  /** Arguments: what did not start, in words. */
  NOT_STARTED(
      "RUN-NOT-STARTED",
      "系统没有启动:{0}。",
      "若端口被占用,请用 --port 换一个;若数据文件夹正被另一个进程使用,请先结束它或用 --data 换一个。",
      "The system did not start: {0}.",
      "If the port is taken, choose another by --port; if another process uses the data folder, end"
          + " it or choose another folder by --data.");

  private final Texts texts;

  StartFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
