package io.dingledger.ledgers;

import io.dingledger.model.failure.ReasonCode;

/** Our own codes around ledgers. Codes that a ledger itself gives are passed on as they are. */
public enum LedgerReason implements ReasonCode {
  /** The connection names a ledger type that is not registered. */
  TYPE_UNKNOWN(
      "LEDGER-TYPE-UNKNOWN",
      "没有名为“{0}”的账务系统类型。",
      "请从支持的类型中选择：{1}。",
      "There is no ledger type {0}.",
      "Choose one of: {1}."),
  /** A required setting or secret is not filled in. */
  SETTING_MISSING(
      "LEDGER-SETTING-MISSING",
      "连接缺少“{1}”（{0}）。",
      "请填写：{2}",
      "The connection lacks {0}.",
      "Fill it in: {3}"),
  /** A setting or secret has a value that cannot be used. */
  SETTING_INVALID(
      "LEDGER-SETTING-INVALID",
      "“{1}”（{0}）的值无法使用。",
      "请改正：{2}",
      "The value of {0} cannot be used.",
      "Correct it: {3}"),
  /** A setting that the ledger type does not know, perhaps a slip of the pen. */
  SETTING_UNKNOWN(
      "LEDGER-SETTING-UNKNOWN",
      "连接中的“{0}”不是此类账务系统的设置项。",
      "请检查拼写与大小写，或删除该项。",
      "{0} is not a setting of this type of ledger.",
      "Check spelling and capitals, or remove it."),
  /** The connection was not made; no request left. */
  NOT_REACHED(
      "LEDGER-NOT-REACHED",
      "连不上账务系统（{0}）。",
      "系统会自动再试；若持续，请检查服务器地址与防火墙。",
      "The ledger could not be reached ({0}).",
      "It is tried again; if it lasts, check the server address and the firewall."),
  /** The server's certificate is not trusted; no request left. */
  CERTIFICATE(
      "LEDGER-CERTIFICATE",
      "账务系统的 TLS 证书不受信任。",
      "请为服务器安装受信任机构签发的证书。",
      "The ledger's TLS certificate is not trusted.",
      "Install a certificate of a trusted authority on the server."),
  /** The address is not one of the public internet, and only those may be called here. */
  ADDRESS_FORBIDDEN(
      "LEDGER-ADDRESS-FORBIDDEN",
      "地址 {0} 不在公共互联网上，本系统不允许访问。",
      "请使用公共地址；若系统由贵公司自行部署，可由运维人员放开内网地址。",
      "The address {0} is not one of the public internet; it may not be called from here.",
      "Use a public address; whoever hosts the system for you alone can allow private ones."),
  /** Another process is fetching the access token. */
  TOKEN_AWAITED(
      "LEDGER-TOKEN-AWAITED",
      "访问令牌正由另一进程获取。",
      "系统会自动再试。",
      "Another process is fetching the access token.",
      "It is tried again."),
  /** The authorisation has ended or was withdrawn; only a person can renew it. */
  RECONNECT(
      "LEDGER-RECONNECT",
      "账务系统的授权已失效（{0}）。",
      "请由管理员重新授权连接。",
      "The ledger's authorisation is no longer valid ({0}).",
      "An administrator must connect it again."),
  /** The voucher has lines in a foreign currency and this ledger is not sent such lines. */
  FOREIGN_UNSUPPORTED(
      "LEDGER-FOREIGN-UNSUPPORTED",
      "此类账务系统不支持外币分录（{0}）。",
      "请人工录入这张凭证。",
      "Lines in a foreign currency ({0}) are not sent to this type of ledger.",
      "Record this voucher by hand."),
  /** An amount has more decimals than the ledger keeps. */
  TOO_FINE(
      "LEDGER-TOO-FINE",
      "账务系统的金额最多 {0} 位小数，币别 {1} 需要更多。",
      "请人工录入这张凭证，或更换币别。",
      "The ledger keeps {0} decimals, and {1} needs more.",
      "Record this voucher by hand, or use another currency."),
  /** A name in the voucher or the settings is not among the ledger's own. */
  NAME_UNKNOWN(
      "LEDGER-NAME-UNKNOWN",
      "账务系统中没有编码为“{1}”的{0}，或已停用。",
      "请更正科目映射或辅助核算，或在账务系统中建立它。",
      "The ledger has no active {0} with the code {1}.",
      "Correct the account mapping or the dimensions, or create it in the ledger."),
  /** A request left and no complete answer came. */
  NO_ANSWER(
      "LEDGER-NO-ANSWER",
      "请求已发出，但没有收到完整的答复（{0}）。",
      "系统会先查询凭证是否已存在，再决定下一步。",
      "A request left, and no complete answer came ({0}).",
      "The ledger is asked for the voucher before anything else is done."),
  /** The answer is a web page. */
  PAGE(
      "LEDGER-PAGE",
      "账务系统返回了网页而不是数据（多为登录页或网关页）。",
      "若持续，请检查连接中的地址。",
      "The ledger answered with a web page (mostly a log-in or gateway page).",
      "If it lasts, check the address in the connection."),
  /** The answer cannot be understood. */
  UNREADABLE(
      "LEDGER-UNREADABLE",
      "无法读懂账务系统的答复（{0}）。",
      "若持续，请联系支持人员。",
      "The ledger's answer could not be understood ({0}).",
      "If it lasts, call support."),
  /** The answer is larger than is accepted. */
  TOO_LARGE(
      "LEDGER-TOO-LARGE",
      "账务系统的答复超过 {0} 字节。",
      "请检查服务器地址指向的是账务系统。",
      "The ledger's answer is longer than {0} bytes.",
      "Check that the server address is the ledger's."),
  /** The log-in was refused a moment ago and is not repeated yet. */
  LOGIN_REFUSED(
      "LEDGER-LOGIN-REFUSED",
      "账务系统拒绝登录（{0}）。",
      "请核对数据中心、用户、应用与密钥；连续失败会使用户被锁定约半小时。",
      "The ledger refused the log-in ({0}).",
      "Check data centre, user, app and secret; repeated failures lock the user for half an hour."),
  /** The application id cannot be used for signing. */
  APP_ID_UNUSABLE(
      "LEDGER-APP-ID",
      "应用 ID 下划线之后的部分不是 Base64，无法签名。",
      "请从第三方系统登录授权中完整复制应用 ID。",
      "What follows the underscore in the app id is not Base64, so nothing can be signed.",
      "Copy the whole app id from the third-party system authorisation."),
  /** The voucher's currency is not among the configured ones. */
  CURRENCY_UNMAPPED(
      "LEDGER-CURRENCY-UNMAPPED",
      "币别 {0} 没有对应的账务系统编码。",
      "若它是账簿本位币，请在“币别”设置中放在第一位；若是外币，请加在后面；不想支持的外币凭证请人工录入。",
      "Currency {0} has no number in the ledger.",
      "Enter it in the connection's currencies, the book's own one first; or record it by hand."),
  /** A line carries a dimension that has no field. */
  DIMENSION_UNMAPPED(
      "LEDGER-DIMENSION-UNMAPPED",
      "辅助核算 {0} 没有对应的维度字段。",
      "请在连接设置中填写该维度的字段。",
      "Dimension {0} has no field in the ledger.",
      "Enter its field in the connection's settings."),
  /** Rows of another voucher came back for our key. */
  OTHER_KEY(
      "LEDGER-OTHER-KEY",
      "查询返回了其他凭证的行，说明关键字段没有起到过滤作用。",
      "请检查“关键字段”设置。",
      "The query gave rows of other vouchers, so the key field does not filter.",
      "Check the key field setting."),
  /** The query does not come to an end. */
  ENDLESS(
      "LEDGER-ENDLESS",
      "同一凭证关键字的查询结果超过 {0} 页。",
      "请在账务系统中检查该关键字的凭证。",
      "The query for one key gave more than {0} pages.",
      "Look at the vouchers with this key in the ledger."),
  /** The ledger says yes and names no voucher, or no and names one. */
  UNCLEAR(
      "LEDGER-UNCLEAR",
      "账务系统的答复自相矛盾（{0}）。",
      "系统会先查询凭证是否已存在。",
      "The ledger's answer contradicts itself ({0}).",
      "The ledger is asked for the voucher before anything else is done.");

  private final Texts texts;

  LedgerReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
