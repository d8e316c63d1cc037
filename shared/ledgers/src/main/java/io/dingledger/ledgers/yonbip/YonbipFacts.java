package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Text;
import java.util.List;

/** What the adapter relies on. */
final class YonbipFacts {
  static final List<Fact> FACTS =
      List.of(
          fact(
              Certainty.DOCUMENTED,
              "按租户 ID 查询数据中心，自建应用以 HMAC-SHA256 签名换取令牌。",
              "The data centre is found by tenant id; an app of one's own gets its token by an"
                  + " HMAC-SHA256 signature."),
          fact(
              Certainty.DOCUMENTED,
              "addVoucher 以 businessId 做幂等校验；queryVoucherById 返回 externalSource*。",
              "addVoucher checks businessId for repeats; queryVoucherById tells externalSource*."),
          fact(
              Certainty.DOCUMENTED,
              "queryVouchers 按账簿与期间分页返回凭证，不能按外部编号过滤。",
              "queryVouchers gives vouchers by book and period in pages; it has no filter by"
                  + " external id."),
          fact(
              Certainty.DOCUMENTED,
              "借贷只填一方，原币与本币都要填。",
              "A line has one side only, and both original and book amounts."),
          fact(
              Certainty.LIKELY,
              "重复返回 310504 或 310074；310036 为令牌无效或属于其他域，310037 为接口未授权，310001 为缺少令牌。",
              "A repeat gives 310504 or 310074; 310036 means a token that is invalid or of another"
                  + " domain, 310037 an API that is not authorised, 310001 no token."),
          fact(
              Certainty.LIKELY,
              "辅助核算编码：部门 0001、供应商 0004、客户 0005。",
              "Auxiliary codes: department 0001, supplier 0004, customer 0005."),
          fact(
              Certainty.LIKELY,
              "queryVouchers 每页最多 1000 张，可按 srcSystemCode 过滤。",
              "queryVouchers gives at most 1000 vouchers a page and filters by srcSystemCode."),
          fact(
              Certainty.UNSURE,
              "红字凭证以同方向负数保存。",
              "Red vouchers are kept as negative amounts on the same side."),
          fact(
              Certainty.UNSURE,
              "员工与项目的辅助核算编码、摘要长度、调用频率上限、结账提示文字。",
              "Auxiliary codes of employees and projects, the length of summaries, call limits and"
                  + " the text for a closed period."));

  private YonbipFacts() {}

  private static Fact fact(Certainty certainty, String chinese, String english) {
    return new Fact(new Text(chinese, english), certainty);
  }
}
