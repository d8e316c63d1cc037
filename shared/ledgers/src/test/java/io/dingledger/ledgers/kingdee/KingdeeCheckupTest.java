package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is tried out, point by point. */
class KingdeeCheckupTest {
  private static final String MONEY = "BD_Currency";
  private static final String VOUCHERS = "GL_VOUCHER";
  private static final String BOOKS = "BD_AccountBook";

  private final KingdeeAnswers answers = new KingdeeAnswers();

  @AfterEach
  void close() {
    answers.close();
  }

  private Checkup made(String... further) {
    return answers.ledger(further).test();
  }

  private static List<Point> points(Checkup checkup) {
    return checkup.findings().stream().map(Finding::point).toList();
  }

  private static Failure lastFailure(Checkup checkup) {
    assertFalse(checkup.isGood());
    return assertInstanceOf(Verdict.Failed.class, checkup.findings().getLast().verdict()).failure();
  }

  @Test
  void whatCannotBeToldWithoutWritingIsNotToldAndNotCalledGood() {
    answers.to(MONEY, "[[\"CNY\"]]").to(VOUCHERS, "[[1,\"K\"]]").to(BOOKS, "[[\"001\"]]");
    assertEquals(
        List.of(
            new Finding(Point.REACHABLE, new Verdict.Good()),
            new Finding(Point.CREDENTIALS, new Verdict.Good()),
            new Finding(Point.PERMISSION, new Verdict.NotTold()),
            new Finding(Point.BOOK, new Verdict.Good()),
            new Finding(Point.PERIOD, new Verdict.NotTold())),
        made().findings());
  }

  @Test
  void itOnlyEverQueries() {
    answers.to(BOOKS, "[[\"001\"]]");
    made();
    assertEquals(3, answers.calls().size());
    assertTrue(answers.calls().stream().allMatch(call -> call.path().contains("ExecuteBillQuery")));
  }

  @Nested
  class TheServer {
    @ParameterizedTest
    @CsvSource({
      "500, oops, HTTP-500",
      "404, oops, HTTP-404",
      "200, <html></html>, LEDGER-PAGE",
      "200, {}, LEDGER-UNREADABLE",
      "200, '', LEDGER-UNREADABLE"
    })
    void isNotReachedWhenWhatAnswersIsNotKingdee(int status, String body, String code) {
      answers.to(MONEY, status, body);
      Checkup checkup = made();
      assertEquals(List.of(Point.REACHABLE), points(checkup));
      assertEquals(code, lastFailure(checkup).code());
    }

    @Test
    void isNotReachedWhereNobodyListens() {
      answers.close();
      assertEquals("LEDGER-NOT-REACHED", lastFailure(made()).code());
    }
  }

  @Nested
  class TheCredentials {
    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void areRefusedByTheGateway(int status) {
      answers.to(MONEY, status, "no");
      Checkup checkup = made();
      assertEquals(List.of(Point.REACHABLE, Point.CREDENTIALS), points(checkup));
      assertEquals(FailureKind.CONFIG, lastFailure(checkup).kind());
    }

    @Test
    void areRefusedAtTheLogIn() {
      answers.to("LoginBySign", "{\"LoginResultType\":2,\"MessageCode\":\"002005000003016\"}");
      Checkup checkup = made("auth", "login-by-sign");
      assertEquals(List.of(Point.REACHABLE, Point.CREDENTIALS), points(checkup));
      assertEquals("LEDGER-LOGIN-REFUSED", lastFailure(checkup).code());
    }

    @Test
    void areNotAcceptedWhenASignedRequestFindsNoSession() {
      answers.to(MONEY, KingdeeAnswers.refusal(1, "会话信息已丢失，请重新登录"));
      assertEquals(FailureKind.TOKEN, lastFailure(made()).kind());
    }

    @Test
    void areGoodWhenOnlyTheHeartbeatIsForbidden() {
      answers.to(MONEY, KingdeeAnswers.refusal(2, "没有权限")).to(BOOKS, "[[\"001\"]]");
      assertTrue(made().isGood());
    }
  }

  @Nested
  class ThePermission {
    @Test
    void isLackingWhenVouchersMayNotBeSeen() {
      answers.to(VOUCHERS, KingdeeAnswers.refusal(2, "没有查询权限"));
      Checkup checkup = made();
      assertEquals(List.of(Point.REACHABLE, Point.CREDENTIALS, Point.PERMISSION), points(checkup));
      assertEquals(FailureKind.CONFIG, lastFailure(checkup).kind());
    }

    @Test
    void alsoFailsWhenTheKeyFieldDoesNotExist() {
      answers.to("F_NONE", KingdeeAnswers.refusal(9, "元数据中标识为F_NONE的字段不存在"));
      Failure failure = lastFailure(made("keyField", "F_NONE"));
      assertEquals("9", failure.code());
      assertTrue(failure.detail().contains("F_NONE"));
    }
  }

  @Nested
  class TheBook {
    @Test
    void isNamedWhenItIsNotThere() {
      answers.to(BOOKS, "[]");
      Failure failure = lastFailure(made());
      assertEquals("LEDGER-NAME-UNKNOWN", failure.code());
      assertTrue(failure.detail().contains("001"));
    }

    @Test
    void isNotToldWhenBooksMayNotBeSeen() {
      answers.to(BOOKS, KingdeeAnswers.refusal(2, "没有权限"));
      Checkup checkup = made();
      assertTrue(checkup.isGood());
      assertTrue(checkup.findings().contains(new Finding(Point.BOOK, new Verdict.NotTold())));
    }

    @Test
    void isNotToldByAnAnswerThatCannotBeRead() {
      answers.to(BOOKS, "{}");
      assertEquals("LEDGER-UNREADABLE", lastFailure(made()).code());
    }
  }
}
