package io.dingledger.ledgers.file;

import static io.dingledger.ledgers.LedgerDescription.Setting.plain;
import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerDescription.RedStyle;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.http.Failures;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a tenant enters whose vouchers leave as files. */
final class FileForm {
  /** The registered type. */
  static final String TYPE = "file";

  /** What the workbook of Kingdee Cloud Galaxy can't do without. */
  static final List<String> FOR_KINGDEE = List.of("book", "organisation", "voucherGroup");

  static final Failures FAILURES = new Failures(TYPE);

  private static final Predicate<String> NUMBER = matching("[0-9A-Za-z._-]{1,40}");
  private static final Predicate<String> NAME = matching("[\\p{L}\\p{N}_.-]{1,40}");
  private static final Predicate<String> MONTH = matching("[0-9]{4}-(0[1-9]|1[0-2])");
  private static final Requirement KINGDEE =
      Requirement.when("format", FileFormat.KINGDEE_XLSX.word());

  private FileForm() {}

  /** The form and its words. */
  static LedgerDescription description() {
    return new LedgerDescription(
        TYPE,
        new Text("导出文件", "Files"),
        Stream.of(book(), money(), dimensions(), text(), periods()).flatMap(List::stream).toList(),
        new Text(
            "每张凭证按关键字只进入清单一次，并只属于一个批次；同一批次再次导出内容完全相同，且标明第几次导出。" + "文件是否导入、是否重复导入，由导入的人负责。",
            "Each voucher enters the list once under its key and belongs to one batch; a batch that"
                + " is taken away again is the same file and says the how many-eth copy it is."
                + " Whether a file is imported, and imported once, is for the person who does it."),
        new Text(
            "金蝶 KIS 与用友文本的部分列没有公开文档；请先在测试账套导入一个文件。",
            "Some columns of the KIS workbook and of the Yonyou text are not documented: import a"
                + " file into a test book first."),
        new Abilities(Guard.OWN_LIST, RedStyle.NEGATIVE_AMOUNTS, true, false, Set.of()),
        new Limits(5, 600),
        FileFacts.ALL);
  }

  private static List<Setting> book() {
    return List.of(
        plain("format", "文件格式", "File format")
            .help(
                "generic-xlsx、generic-csv、kingdee-xlsx（金蝶云·星空）、kis-xlsx（金蝶 KIS/K3）或 u8-text（用友 U8/T3/T6）。",
                "One of generic-xlsx, generic-csv, kingdee-xlsx (Kingdee Cloud Galaxy), kis-xlsx"
                    + " (Kingdee KIS and K/3), u8-text (Yonyou U8, T3, T6).")
            .orElse(FileFormat.GENERIC_XLSX.word())
            .accepting(word -> FileFormat.of(word).isPresent()),
        plain("book", "账簿编码", "Book number")
            .help(
                "写入文件的账簿编码；kingdee-xlsx 必填。",
                "The number of the book, written into the file; needed by kingdee-xlsx.")
            .required(KINGDEE)
            .accepting(NUMBER),
        plain("organisation", "核算组织编码", "Organisation number")
            .help("仅 kingdee-xlsx：账簿所属核算组织。", "kingdee-xlsx only: the accounting organisation.")
            .required(KINGDEE)
            .accepting(NUMBER),
        plain("voucherGroup", "凭证字编码", "Voucher group number")
            .help("仅 kingdee-xlsx：凭证字编码，例如 PRE001。", "kingdee-xlsx only: like PRE001.")
            .required(KINGDEE)
            .accepting(NUMBER),
        plain("voucherWord", "凭证字", "Voucher word")
            .help("其他格式的凭证字，例如 记、转。", "The voucher type of the other formats, like 记.")
            .orElse("记")
            .accepting(NAME));
  }

  private static List<Setting> money() {
    return List.of(
        plain("bookCurrency", "本位币", "Book currency")
            .help(
                "账簿本位币的 ISO 代码；其他币别的凭证会被拒绝。",
                "The ISO code of the currency in which the book is kept; vouchers in another are"
                    + " refused.")
            .orElse("CNY")
            .accepting(matching("[A-Z]{3}")),
        plain("currencies", "币别", "Currencies")
            .help(
                "币别与其编码，如 CNY=PRE001,USD=PRE007。不填时：kingdee-xlsx 用预置编码，kis-xlsx 只认 CNY=RMB，其他用 ISO 代码。",
                "Currencies and their numbers, like CNY=PRE001,USD=PRE007. Left out: kingdee-xlsx"
                    + " has preset ones, kis-xlsx knows CNY=RMB only, the others use ISO codes.")
            .accepting(
                matching("[A-Z]{3}=[0-9A-Za-z_-]{1,30}(,\\s*[A-Z]{3}=[0-9A-Za-z_-]{1,30}){0,19}")),
        plain("rateType", "汇率类型", "Rate type")
            .help(
                "仅 kingdee-xlsx：固定汇率为 HLTX01_SYS。",
                "kingdee-xlsx only: HLTX01_SYS is the fixed rate.")
            .orElse("HLTX01_SYS")
            .accepting(NUMBER));
  }

  private static List<Setting> dimensions() {
    return List.of(
        dimension("departmentField", "部门", "department", "FFLEX5"),
        dimension("employeeField", "员工", "employee", "FFLEX7"),
        dimension("supplierField", "供应商", "supplier", "FFLEX4"),
        dimension("customerField", "客户", "customer", "FFLEX6"),
        dimension("projectField", "项目", "project", ""));
  }

  private static List<Setting> text() {
    return List.of(
        plain("encoding", "CSV 编码", "Encoding of CSV")
            .help(
                "仅 generic-csv：utf-8-bom 或 gb18030。u8-text 总是 GBK。",
                "generic-csv only: utf-8-bom or gb18030. u8-text is always GBK.")
            .orElse("utf-8-bom")
            .accepting(matching("utf-8-bom|gb18030")),
        plain("summaryLength", "摘要长度", "Length of summaries")
            .help(
                "摘要最多字数，30–500；不填时 u8-text 为 60，其他为 200。",
                "Most characters of a summary, 30 to 500; left out: 60 for u8-text, else 200.")
            .accepting(matching("[3-9][0-9]|[1-4][0-9]{2}|500"))
            .unsure(
                "部分用友版本按字节计，一个汉字占两个；若摘要末尾的关键字被截断，请填 40。",
                "Some versions of Yonyou count bytes, two for a Chinese character: if the key at the"
                    + " end is cut off, enter 40."),
        plain("keyInSummary", "摘要中写关键字", "Key in the summary")
            .help(
                "true 或 false；不填时只有 u8-text 写（它没有别的位置）。",
                "true or false; left out: in u8-text only, which has no other place for it.")
            .accepting(Patterns.FLAG),
        plain("preparer", "制单人", "Preparer")
            .help("kis-xlsx 与 u8-text 的制单人。", "The preparer's name in kis-xlsx and u8-text.")
            .accepting(NAME)
            .unsure(
                "部分版本要求制单人是账套中的操作员。", "Some versions want an operator of the book as preparer."),
        plain("numberStart", "起始凭证号", "First voucher number")
            .help(
                "每个文件中各月从此号连续编号；不填时 kingdee-xlsx 留空由系统编号，其他从 1 起。取文件时可另行指定。",
                "Vouchers of each month are numbered from here in each file; left out: kingdee-xlsx"
                    + " leaves numbers to the ledger, the others begin at 1. It can be chosen anew"
                    + " for each file.")
            .accepting(matching("[1-9][0-9]{0,5}"))
            .unsure(
                "多个文件会重号：请在导入时选择重新编号，或取文件时指定起始号。",
                "Several files use the same numbers: let the import renumber, or say where to begin"
                    + " when you take a file."));
  }

  private static List<Setting> periods() {
    return List.of(
        plain("bookStart", "账簿启用期间", "First period of the book")
            .help("yyyy-MM；更早的凭证会被拒绝。", "yyyy-MM; earlier vouchers are refused.")
            .accepting(MONTH),
        plain("closedThrough", "已结账至", "Closed through")
            .help(
                "yyyy-MM；此月及更早的凭证等待处理，不进入清单。",
                "yyyy-MM; vouchers of this month and earlier wait and are not listed.")
            .accepting(MONTH),
        plain("filePrefix", "文件名前缀", "Prefix of file names")
            .help("文件名以此开头，后接批次号与格式。", "Files are called so, then the batch and the format.")
            .orElse("dingledger")
            .accepting(NAME));
  }

  private static Setting dimension(String key, String chinese, String english, String field) {
    Setting setting =
        plain(key, chinese + "维度", "The " + english + " dimension")
            .help(
                "kingdee-xlsx：FFLEX 字段名；kis-xlsx：核算项目类别名。其他格式不用。",
                "kingdee-xlsx: the FFLEX field; kis-xlsx: the name of the item class. Not used by"
                    + " the other formats.")
            .accepting(NAME);
    return field.isEmpty()
        ? setting.unsure(
            "kingdee-xlsx 没有默认值，因账套而异。", "kingdee-xlsx has no default: it differs between tenants.")
        : setting.unsure(
            "kingdee-xlsx 默认 " + field + "，个别账套不同。",
            "kingdee-xlsx: " + field + " when left out; some tenants have others.");
  }
}
