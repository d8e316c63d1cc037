package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.MasterData.Kind;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Base data, read from answers word for word. */
class KingdeeBaseDataTest {
  private final KingdeeAnswers answers = new KingdeeAnswers();

  @AfterEach
  void close() {
    answers.close();
  }

  private static List<Entry> entries(MasterData told) {
    return assertInstanceOf(MasterData.Entries.class, told).entries();
  }

  private static Failure failure(MasterData told) {
    return assertInstanceOf(MasterData.Failed.class, told).failure();
  }

  @Test
  void anAccountIsUsableWhenItIsALeafAndNotForbidden() {
    answers.to(
        "BD_Account",
        """
        [["1","现金","A",true],["2","父","A",false],["3","停","B",true],["4","银行","A","1"],
        {"FNUMBER":"5","FNAME":"物","FFORBIDSTATUS":"A","FISDETAIL":1},["6","空","A",null]]""");
    assertEquals(
        List.of(
            new Entry("1", "现金", true),
            new Entry("2", "父", false),
            new Entry("3", "停", false),
            new Entry("4", "银行", true),
            new Entry("5", "物", true),
            new Entry("6", "空", false)),
        entries(answers.ledger().read(Kind.ACCOUNT)));
  }

  @Test
  void aNumberThatSeveralOrganisationsHaveIsToldOnceAndUsableWhenOneOfThemIs() {
    answers.to("BD_Department", "[[\"D1\",\"一\",\"B\"],[\"D1\",\"一\",\"A\"],[\"D1\",\"一\",\"B\"]]");
    assertEquals(
        List.of(new Entry("D1", "一", true)), entries(answers.ledger().read(Kind.DEPARTMENT)));
  }

  @Test
  void aCurrencyIsNamedByItsIsoCode() {
    answers.to("BD_Currency", "[[\"PRE001\",\"CNY\",\"A\"]]");
    assertEquals(
        List.of(new Entry("PRE001", "CNY", true)), entries(answers.ledger().read(Kind.CURRENCY)));
  }

  @Test
  void allPagesAreRead() {
    String full =
        IntStream.range(0, 10)
            .mapToObj(each -> "[\"C" + each + "\",\"n\",\"A\"]")
            .collect(Collectors.joining(",", "[", "]"));
    answers
        .to("\"StartRow\":0,", full)
        .to("\"StartRow\":10,", full.replace("C", "D"))
        .to("\"StartRow\":20,", "[[\"E0\",\"n\",\"A\"]]");
    List<Entry> read = entries(answers.ledger("rowsPerQuery", "10").read(Kind.CUSTOMER));
    assertEquals(21, read.size());
    assertEquals("E0", read.getLast().code());
  }

  @Test
  void aQueryThatNeverEndsIsGivenUp() {
    String full =
        IntStream.range(0, 10)
            .mapToObj(each -> "[\"C" + each + "\",\"n\",\"A\"]")
            .collect(Collectors.joining(",", "[", "]"));
    answers.to("BD_Customer", full);
    Failure failure = failure(answers.ledger("rowsPerQuery", "10").read(Kind.CUSTOMER));
    assertEquals("LEDGER-ENDLESS", failure.code());
    assertEquals(KingdeeLedger.MOST_PAGES, answers.calls().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[\"\",\"n\",\"A\"]]", "[[\"C\",\"n\"]]", "[[null,\"n\",\"A\"]]", "{}"})
  void whatCannotBeReadIsNoBaseData(String body) {
    answers.to("BD_Customer", body);
    Failure failure = failure(answers.ledger().read(Kind.CUSTOMER));
    assertEquals("LEDGER-UNREADABLE", failure.code());
    assertEquals(FailureKind.TRANSIENT, failure.kind());
  }

  @ParameterizedTest
  @CsvSource({
    "9, 元数据中标识为FISDETAIL的字段不存在, CONFIG",
    "0, 业务对象不存在, CONFIG",
    "2, 没有权限, CONFIG",
    "14, 超过调用次数, THROTTLE",
    "1, 会话信息已丢失, TOKEN",
    "6, 数据库操作失败, TRANSIENT"
  })
  void aRefusalKeepsKingdeesOwnCode(int messageCode, String words, FailureKind kind) {
    answers.to("BD_Account", KingdeeAnswers.refusal(messageCode, words));
    Failure failure = failure(answers.ledger().read(Kind.ACCOUNT));
    assertEquals(kind, failure.kind());
    assertEquals(Integer.toString(messageCode), failure.code());
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"PROJECT", "PERIOD"})
  void whatDiffersBetweenTenantsIsNotOffered(Kind kind) {
    assertEquals(new MasterData.NotOffered(), answers.ledger().read(kind));
    assertTrue(answers.calls().isEmpty());
  }
}
