package io.dingledger.local.command;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with a command line. */
public enum CommandFault implements ReasonCode {
  COMMAND_UNKNOWN(
      "COMMAND-UNKNOWN",
      "没有名为“{0}”的子命令。",
      "可用：{1}。",
      "There is no command {0}.",
      "Use one of: {1}."),
  ARGUMENTS_WRONG(
      "COMMAND-ARGUMENTS-WRONG",
      "参数个数不对：得到 {0} 个。",
      "写法：{1}。",
      "The number of arguments is wrong: there are {0}.",
      "Write: {1}."),
  OPTION_MISSING(
      "COMMAND-OPTION-MISSING",
      "缺少参数 {0}。",
      "用 --help 查看写法。",
      "The option {0} is missing.",
      "See --help."),
  ONE_SYSTEM_ONLY(
      "COMMAND-ONE-SYSTEM-ONLY",
      "--data 和 --aws 不能同时使用。",
      "本机运行的系统用 --data，AWS 上的部署用 --aws。",
      "--data and --aws can't stand together.",
      "Use --data for a system on this machine and --aws for one on AWS."),
  /** Arguments: the data folder. */
  NOT_RUNNING(
      "COMMAND-NOT-RUNNING",
      "数据文件夹 {0} 上没有正在运行的系统。",
      "请先用 ./dev run 启动，或用 --data 指明数据文件夹。",
      "No system runs over the data folder {0}.",
      "Start it with ./dev run, or name its folder by --data.");

  private final Texts texts;

  CommandFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
