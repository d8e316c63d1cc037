package io.dingledger.ledgers.file;

import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Text;
import java.util.List;

/** What the formats of files rely on. */
final class FileFacts {
  static final List<Fact> ALL =
      List.of(
          fact(
              Certainty.DOCUMENTED,
              "kingdee-xlsx：首行字段名、次行中文名、自第三行起数据；单据头只写在凭证首行；列与顺序见公开模板。",
              "kingdee-xlsx: keys in row 1, captions in row 2, data from row 3, header columns in a"
                  + " voucher's first row only; columns as in a public template."),
          fact(
              Certainty.UNSURE,
              "kingdee-xlsx：维度列因账套而异；凭证号留空由系统编号；FBUSNO 可用于关键字。",
              "kingdee-xlsx: the columns of dimensions differ between tenants; an empty number is"
                  + " given by the ledger; FBUSNO is free for the key."),
          fact(
              Certainty.LIKELY,
              "kis-xlsx：36 列的名称与顺序。",
              "kis-xlsx: the names and order of the 36 columns."),
          fact(
              Certainty.UNSURE,
              "kis-xlsx：FItem 的写法（部门---01---）、FReference 放关键字、NONE 与 * 占位、工作表名。",
              "kis-xlsx: how FItem is written, the key in FReference, NONE and * as fillers, the"
                  + " sheet's name."),
          fact(
              Certainty.DOCUMENTED,
              "u8-text：首行“填制凭证,V800”，GBK，前八个字段；科目编码 15 位、摘要 60 字以内。",
              "u8-text: the first line 填制凭证,V800, GBK, the first eight fields; account codes of at"
                  + " most 15 and summaries of at most 60 characters."),
          fact(
              Certainty.LIKELY,
              "u8-text：第九个及以后的字段；外币币种由科目决定。",
              "u8-text: the fields from the ninth on; the account decides the foreign currency."),
          fact(
              Certainty.UNSURE,
              "u8-text：摘要长度按字符还是按字节计。",
              "u8-text: whether the length of summaries counts characters or bytes."),
          fact(
              Certainty.DOCUMENTED,
              "Excel 的数值保留 15 位有效数字；中文 Excel 打开 UTF-8 文本需要字节顺序标记。",
              "Excel keeps 15 digits of a number, and needs a byte order mark to read UTF-8 text."));

  private FileFacts() {}

  private static Fact fact(Certainty certainty, String chinese, String english) {
    return new Fact(new Text(chinese, english), certainty);
  }
}
