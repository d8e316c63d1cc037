package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Text;
import java.util.List;

/** What the adapter relies on. */
final class U8Facts {
  static final List<Fact> FACTS =
      List.of(
          fact(
              Certainty.DOCUMENTED,
              "令牌有效 7200 秒；voucher/add 以 biz_id 保证只生成一张凭证，sync=1 为同步。",
              "Tokens live 7200 seconds; voucher/add makes one voucher of a biz_id, sync=1 at"
                  + " once."),
          fact(
              Certainty.DOCUMENTED,
              "reserve2 为外部凭证业务号，须配合 voucher_making_system=CDM；此类凭证在 U8 中不能修改或删除，只能作废。",
              "reserve2 is the external number and needs voucher_making_system=CDM; such a voucher"
                  + " can't be changed or deleted in U8, only made void."),
          fact(
              Certainty.DOCUMENTED,
              "voucherdetails/batch_get 可按 coutno_id 过滤，返回 date、ino_id、inid、digest、code、md、mc。",
              "voucherdetails/batch_get filters by coutno_id and gives date, ino_id, inid, digest,"
                  + " code, md and mc."),
          fact(
              Certainty.LIKELY,
              "分录的金额与辅助核算字段名；令牌过期的提示为“token已过期”。",
              "The fields for amounts and auxiliaries in entries; an expired token is told in the"
                  + " words token已过期."),
          fact(
              Certainty.LIKELY,
              "分页参数 page_index、rows_per_page，答复带 row_count、page_count。",
              "Pages by page_index and rows_per_page; answers have row_count and page_count."),
          fact(
              Certainty.UNSURE,
              "voucher/add 成功后的答复内容，因此推送后再查询一次。",
              "What voucher/add answers after success; so the ledger is asked once after it."),
          fact(
              Certainty.UNSURE,
              "红字凭证以同方向负数保存；查无数据时的答复；错误码与调用频率上限。",
              "Red vouchers are kept as negative amounts; the answer when nothing is found; error"
                  + " codes and call limits."));

  private U8Facts() {}

  private static Fact fact(Certainty certainty, String chinese, String english) {
    return new Fact(new Text(chinese, english), certainty);
  }
}
