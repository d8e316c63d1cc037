package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** What can be wrong with the data of a rule book: its calendar, rates, tables and pay items. */
public enum DataFinding implements ReasonCode {
  /** A name that another section has already given. */
  NAME_REPEATED(
      "BOOK-NAME-REPEATED",
      "名称“{0}”在第 {1} 行已经用过；rates、multipliers 和 tables 的名称不能相同。",
      "请换一个名称。",
      "The name “{0}” is already used in line {1}; rates, multipliers and tables share their names.",
      "Choose another name."),
  /** A number that makes no sense where it stands. */
  NUMBER_OUT_OF_RANGE(
      "BOOK-NUMBER-OUT-OF-RANGE",
      "“{0}”是 {1}，应{2}。",
      "请改正数字。",
      "“{0}” is {1}, but must be {3}.",
      "Correct the number."),
  /** A cell of another type than the rest of its column. */
  COLUMN_TYPE(
      "BOOK-COLUMN-TYPE",
      "列“{0}”的其他行是{1}，这里是{2}。",
      "请统一这一列；数字不加引号，文字加引号。",
      "The column “{0}” is {1} in other rows, but {2} here.",
      "Make the column alike; numbers stand without quotes, texts in quotes."),
  /** A tier that begins or ends in two ways. */
  TIER_END_TWICE(
      "BOOK-TIER-END-TWICE",
      "“{0}”和“{1}”说的是同一端，只能写一个。",
      "含该数用 from 或 upTo，不含用 above 或 below。",
      "“{0}” and “{1}” are about the same end; only one can be given.",
      "Write from or upTo if the number itself belongs to the tier, above or below if not."),
  /** A tier without an end between two others. */
  TIER_OPEN_INSIDE(
      "BOOK-TIER-OPEN-INSIDE",
      "档次表“{0}”中间的这一档没有写{1}。",
      "只有第一档可以没有下限，只有最后一档可以没有上限；请补上。",
      "This tier in the middle of the table “{0}” has no {2} end.",
      "Only the first tier can lack its lower end, and only the last its upper end; add it."),
  /** A tier that stands above a lower one. */
  TIER_ORDER(
      "BOOK-TIER-ORDER",
      "档次表“{0}”的这一档比上一档低。",
      "请从低到高排列。",
      "This tier of the table “{0}” is lower than the one before.",
      "Put the tiers in order, the lowest first."),
  /** Numbers without a tier between two others. */
  TIER_GAP(
      "BOOK-TIER-GAP",
      "档次表“{0}”里没有一档包括“{1}”。",
      "请让下一档从上一档结束的地方开始，并且端点只属于其中一档。",
      "No tier of the table “{0}” has “{1}”.",
      "Let each tier begin where the one before ends, with the end itself in one of them."),
  /** Numbers with two tiers. */
  TIER_OVERLAP(
      "BOOK-TIER-OVERLAP",
      "档次表“{0}”里有两档都包括“{1}”。",
      "请让下一档从上一档结束的地方开始，并且端点只属于其中一档。",
      "Two tiers of the table “{0}” have “{1}”.",
      "Let each tier begin where the one before ends, with the end itself in one of them."),
  /** A range that nothing can be in. */
  RANGE_EMPTY(
      "BOOK-RANGE-EMPTY",
      "没有任何值满足“{0}”。",
      "请检查两端的大小和是否包含端点。",
      "Nothing can be in “{0}”.",
      "Check both ends, and whether they belong to the range."),
  /** A cell of a decision table that is no comparison. */
  COMPARISON_UNREADABLE(
      "BOOK-COMPARISON-UNREADABLE",
      "无法理解比较“{0}”。",
      "请写一个或两个用逗号隔开的比较，例如 \"{1}\"；下限用 > 或 >=，上限用 < 或 <=。",
      "The comparison “{0}” cannot be understood.",
      "Write one comparison, or two parted by a comma, such as \"{1}\": > or >= below, < or <= above."),
  /** Two rows that can both fit. */
  ROWS_OVERLAP(
      "BOOK-ROWS-OVERLAP",
      "决策表“{0}”的第 {1} 行和第 {2} 行（文件行号）可能同时满足，而 hit 是 unique。",
      "请改正条件使它们互斥，或改用 hit: first。",
      "In the decision table “{0}”, the rows in lines {1} and {2} can both fit, but hit is unique.",
      "Change a condition so that only one can fit, or write hit: first."),
  /** An input that no row looks at. */
  INPUT_UNUSED(
      "BOOK-INPUT-UNUSED",
      "决策表“{0}”没有任何一行用到输入“{1}”。",
      "请删除它，或检查 when 中的拼写。",
      "No row of the decision table “{0}” looks at the input “{1}”.",
      "Remove it, or look for a misspelling in when."),
  /** Tables that need each other. */
  TABLES_CIRCULAR(
      "BOOK-TABLES-CIRCULAR",
      "“{0}”要用到它自己的结果：{1}。",
      "请去掉其中一处引用。",
      "“{0}” needs its own result: {1}.",
      "Remove one of these references."),
  /** Fields that no document has together. */
  FIELDS_APART(
      "BOOK-FIELDS-APART",
      "没有一种单据同时具有“{0}”需要的字段。",
      "请改用同一种单据的字段，或拆成两个表。",
      "No kind of document has all the fields that “{0}” needs.",
      "Use fields of one kind, or make two tables."),
  /** A class of day without a factor. */
  FACTOR_MISSING(
      "BOOK-FACTOR-MISSING",
      "倍数“{0}”没有写“{1}”（{2}）。",
      "请补上；不适用时写 0。",
      "The multiplier “{0}” has no factor for “{1}” ({2}).",
      "Add it; write 0 where nothing is due."),
  /** A factor that is far too large. */
  LOOKS_LIKE_PERCENT(
      "BOOK-LOOKS-LIKE-PERCENT",
      "“{0}”的倍数 {1} 大于 10，看起来像百分数。",
      "百分数请写成小数，例如 150% 写 1.5。",
      "The factor {1} of “{0}” is above 10 and looks like a percentage.",
      "Write percentages as decimals: 1.5 for 150 %."),
  /** Less overtime pay than the law asks for. */
  FACTOR_BELOW_LAW(
      "BOOK-FACTOR-BELOW-LAW",
      "加班倍数“{0}”的“{1}”是 {2}，低于劳动法第四十四条规定的 {3}。",
      "请确认适用的工时制度和合同约定；一般应不低于法定倍数。",
      "The overtime factor “{0}” for “{1}” is {2}, below the {3} of article 44 of the Labour Law.",
      "Make sure that your working-time system allows it; the statutory factor is usually the least."),
  /** A rate that is valid since nobody knows when. */
  RATE_WITHOUT_PERIOD(
      "BOOK-RATE-WITHOUT-PERIOD",
      "“{0}”的这一行没有写 from，不知道从哪一天起有效。",
      "请写上生效日期，例如 from: 2026-01-01。",
      "This row of “{0}” has no from, so nobody knows since when it is valid.",
      "Add its first day, for example from: 2026-01-01."),
  /** A rate that is nobody's, or whose it is in two ways. */
  RATE_OWNER(
      "BOOK-RATE-OWNER",
      "“{0}”的每一行必须且只能写 userId、jobNumber、department 或 everybody: true 之一。",
      "请只保留一个。",
      "Each row of “{0}” has exactly one of userId, jobNumber, department and everybody: true.",
      "Keep exactly one."),
  /** A day that is given in two ways, or not at all. */
  DAY_UNCLEAR(
      "BOOK-DAY-UNCLEAR",
      "日历的这一条既没有只写 date，也没有写 from 和 until。",
      "一天写 date，多天写 from 和 until。",
      "This entry of the calendar must have either date, or from and until.",
      "Write date for one day, from and until for several."),
  /** A day with two classes. */
  DAY_REPEATED(
      "BOOK-DAY-REPEATED",
      "日历里 {0} 出现两次，前一次在第 {1} 行。",
      "每一天只能写一次。",
      "{0} is in the calendar twice, before in line {1}.",
      "Give each day once."),
  /** A range of days that cannot be meant. */
  DAYS_TOO_MANY(
      "BOOK-DAYS-TOO-MANY",
      "{0} 至 {1} 超过一年。",
      "请检查年份。",
      "{0} to {1} is longer than a year.",
      "Check the years."),
  /** A day in a year of which the country's calendar is not known. */
  DAY_OUTSIDE_CALENDAR(
      "BOOK-DAY-OUTSIDE-CALENDAR",
      "{0} 不在日历“{1}”已有的年份内：这一年的其他日子无法判断，相关单据会等待人工处理。",
      "请检查年份，或等该年日历发布后再使用。",
      "{0} is in no year that the calendar “{1}” has: documents about other days of that year will be held.",
      "Check the year, or wait until that year's calendar is out."),
  /** A shift that is nobody's. */
  SHIFT_WITHOUT_PEOPLE(
      "BOOK-SHIFT-WITHOUT-PEOPLE",
      "班制“{0}”没有写适用于谁。",
      "请写 departments 或 jobNumbers。",
      "Nobody has the shift “{0}”.",
      "Add departments or jobNumbers."),
  /** Two pay items that payroll could not tell apart. */
  PAY_CODE_REPEATED(
      "BOOK-PAY-CODE-REPEATED",
      "薪资项目“{1}”和“{2}”的编码都是“{0}”。",
      "请给每个项目不同的编码。",
      "The pay items “{1}” and “{2}” have the same code “{0}”.",
      "Give each item its own code.");

  private final Texts texts;

  DataFinding(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
