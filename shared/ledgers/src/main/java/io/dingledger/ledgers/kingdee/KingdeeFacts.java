package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Text;
import java.util.List;
import java.util.stream.Stream;

/** What the adapter relies on, and how sure each of it is. Nothing was tried on a live system. */
final class KingdeeFacts {
  private KingdeeFacts() {}

  static List<Fact> all() {
    return Stream.concat(known().stream(), unsure().stream()).toList();
  }

  private static List<Fact> known() {
    return List.of(
        documented(
            "地址、两种报文形式、四种登录方式与签名算法，来自金蝶官方 Java SDK。",
            "Addresses, both body forms, the ways to log in and the signatures are those of"
                + " Kingdee's own Java SDK."),
        documented(
            "Save GL_VOUCHER 的字段与参数；FVOUCHERID 为 0 时新增。",
            "Fields and parameters of Save GL_VOUCHER; FVOUCHERID 0 makes a new one."),
        documented(
            "MsgCode 的含义；会话丢失为 1，调用超限为 14。",
            "The meaning of MsgCode; a lost session is 1, the call limit is 14."),
        likely(
            "ExecuteBillQuery 每次最多约 2000 行；没有结果时为空数组。",
            "ExecuteBillQuery gives about 2000 rows at most, and an empty array for none."),
        likely("红字凭证用负数金额、相同方向。", "Red vouchers have negative amounts on the same sides."),
        likely(
            "基础资料表单编号：BD_Account、BD_Department、BD_Empinfo、BD_Customer、BD_Supplier、"
                + "BD_AccountBook、BD_Currency；禁用状态 FFORBIDSTATUS 为 A 表示未禁用。",
            "The forms of base data, and that FFORBIDSTATUS A means not forbidden."));
  }

  private static List<Fact> unsure() {
    return List.of(
        unsure("ValidateRepeatJson 的有效期与范围。", "How long and for whom ValidateRepeatJson refuses."),
        unsure("结账期间被拒绝时的文字。", "The words of a refusal for a closed period."),
        unsure(
            "每秒、每天的调用上限；默认同时 1 张、每分钟 60 张，约每秒 3 次请求。",
            "The call limits; by default one voucher at a time and 60 in a minute, which is about 3"
                + " requests in a second."),
        unsure(
            "关键字段 FBUSNO 是否可自由使用、长度是否足够。",
            "Whether FBUSNO is free for use and long enough for the key."),
        unsure(
            "外币分录：FAMOUNTFOR 原币、FEXCHANGERATE 汇率、FDEBIT/FCREDIT 本位币；"
                + "本位币按两位小数四舍五入时是否允许与原币乘汇率相差不到一分。",
            "Foreign lines: FAMOUNTFOR in the foreign currency, FEXCHANGERATE, and FDEBIT or FCREDIT"
                + " in the book's; whether a difference below a cent is allowed between them."),
        unsure(
            "附件上传 AttachmentUpload 的参数名（FormId、InterId、BillNO、FileName、SendByte、IsLast）。",
            "The names of AttachmentUpload's parameters."),
        unsure(
            "科目明细标志 FISDETAIL 与凭证字表单 BD_VOUCHERGROUP 的名称；名称不符时读取会被拒绝，不影响推送。",
            "The names FISDETAIL (a leaf account) and BD_VOUCHERGROUP; if they differ, reading them"
                + " is refused, and posting is not affected."));
  }

  private static Fact documented(String chinese, String english) {
    return new Fact(new Text(chinese, english), Certainty.DOCUMENTED);
  }

  private static Fact likely(String chinese, String english) {
    return new Fact(new Text(chinese, english), Certainty.LIKELY);
  }

  private static Fact unsure(String chinese, String english) {
    return new Fact(new Text(chinese, english), Certainty.UNSURE);
  }
}
