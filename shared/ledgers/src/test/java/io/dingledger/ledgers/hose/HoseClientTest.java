package io.dingledger.ledgers.hose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of 合思, how its answers are read, and how its claims are written down. */
class HoseClientTest {
  private static final Tenant TENANT = Tenant.verified("acme");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Directory NOBODY = new Directory(Map.of(), Map.of());
  private static final String FLOW =
      """
      {"id":"ID-1","version":7,"updateTime":1774915200000,"state":"paid","formType":"expense",
       "form":{"code":"B26000001","title":"差旅报销","submitterId":"corp:zhang",
        "expenseMoney":{"standard":"545.10","standardStrCode":"CNY"},
        "details":[{"feeType":{"code":"T1","name":"差旅费"},"feeTypeForm":{
          "amount":{"standard":"545.10","standardStrCode":"CNY"},"feeDate":"1774800000000",
          "consumptionReasons":"上海",
          "invoiceForm":{"invoices":[{"taxAmount":{"standard":"40.00"}},{"taxAmount":"5.01"}]}}}]}}
      """;
  private static final Hose.VoucherNumber NUMBER =
      new Hose.VoucherNumber(
          "ID-1", "记-45", Instant.parse("2026-03-31T02:00:00Z"), YearMonth.of(2026, 3));

  private final HoseStandIn standIn = HoseStandIn.start();
  private final Hose hose =
      new HoseClient(TestTools.tools().tokens(), AddressFilter.ANY, Clock.systemUTC());

  @AfterEach
  void stop() {
    standIn.close();
  }

  private Answer<Flow> flow() {
    return hose.flow(TENANT, standIn.account(), "ID-1");
  }

  private static Failure failure(Answer<?> answer) {
    return assertInstanceOf(Answer.Failed.class, answer).failure();
  }

  @Nested
  class ADocument {
    @Test
    void isReadWithOneCallOnceThereIsAToken() {
      standIn.put(FLOW);
      assertEquals("paid", ((Answer.Got<Flow>) flow()).value().state());
      flow();
      assertEquals(List.of("getAccessToken", "flowDetails", "flowDetails"), standIn.asked);
    }

    @Test
    void isReadWithANewTokenWhenTheOldOneIsRefused() {
      standIn.put(FLOW);
      flow();
      standIn.takeTokensBack();
      assertInstanceOf(Answer.Got.class, flow());
    }

    @Test
    void isNotReadWithAWrongSecretAndASecretThatWasChangedStartsAfresh() {
      standIn.put(FLOW);
      Failure refused = failure(hose.flow(TENANT, standIn.account("wrong"), "ID-1"));
      assertEquals(FailureKind.CONFIG, refused.kind());
      assertEquals(HoseReason.LOGIN_REFUSED.code(), refused.code());
      assertInstanceOf(Answer.Got.class, flow());
    }

    @ParameterizedTest
    @CsvSource({
      "429, , THROTTLE",
      "500, , TRANSIENT",
      "404, , CONFIG",
      "200, <html>log in</html>, TRANSIENT",
      "200, '', TRANSIENT",
      "200, {}, DATA",
      "200, '{\"value\":null}', DATA",
      "200, '{\"value\":{\"id\":\"ID-2\",\"form\":{}}}', DATA"
    })
    void thatIsNotGivenIsAClassedFailure(int status, String body, FailureKind kind) {
      standIn.next(status, Optional.ofNullable(body).orElse(""));
      assertEquals(kind, failure(flow()).kind());
    }
  }

  @Nested
  class AVoucherNumber {
    @Test
    void isTakenOfWhatIsPaidAndShownThen() {
      standIn.put(FLOW);
      assertInstanceOf(Answer.Got.class, hose.tell(TENANT, standIn.account(), NUMBER));
      Flow shown = ((Answer.Got<Flow>) flow()).value();
      assertEquals("记-45", shown.voucherNumber());
      assertTrue(shown.raw().contains("\"fiscalPeriod\":\"2026-03\""));
      assertTrue(shown.raw().contains("\"voucherCreateTime\":\"1774922400000\""));
    }

    @Test
    void isRefusedOfWhatIsNot() {
      standIn.put(FLOW.replace("paid", "approving"));
      assertEquals(
          FailureKind.CONFIG, failure(hose.tell(TENANT, standIn.account(), NUMBER)).kind());
    }
  }

  @Nested
  class AClaim {
    private final HoseSettings account = standIn.account();

    private FlowClaim.Written written(String flow, Directory people) {
      return FlowClaim.of(
          Flow.read(flow).orElseThrow(), account, LocalDate.of(2026, 3, 31), CHINA, people);
    }

    private String unreadable(String flow) {
      return assertInstanceOf(FlowClaim.Written.Unreadable.class, written(flow, NOBODY))
          .reason()
          .english();
    }

    @Test
    void isWrittenDownToTheCent() {
      assertEquals(
          "{\"kind\":\"expenseClaim\",\"id\":\"ID-1\",\"date\":\"2026-03-31\","
              + "\"businessId\":\"B26000001\",\"title\":\"差旅报销\","
              + "\"person\":{\"userId\":\"zhang\"},\"total\":545.10,"
              + "\"lines\":[{\"category\":\"差旅费\",\"amount\":545.10,\"tax\":45.01,"
              + "\"date\":\"2026-03-30\",\"note\":\"上海\"}],\"currency\":\"CNY\"}",
          ((FlowClaim.Written.Claim) written(FLOW, NOBODY)).json());
    }

    @Test
    void takesItsPersonFromTheDirectoryAndTheDepartmentThatBearsIt() {
      Person zhang =
          new Person("zhang", "张三", "0042", List.of("1"), Optional.empty(), Optional.empty(), true);
      Directory people =
          new Directory(Map.of("zhang", zhang), Map.of("1", new Department("1", "财务部", "01")));
      String own = ((FlowClaim.Written.Claim) written(FLOW, people)).json();
      assertTrue(own.contains("\"jobNumber\":\"0042\""), own);
      assertTrue(own.contains("\"code\":\"01\""), own);
      String flow =
          FLOW.replace(
              "\"details\"", "\"expenseDepartment\":{\"id\":\"9\",\"code\":\"09\"},\"details\"");
      String borne = ((FlowClaim.Written.Claim) written(flow, people)).json();
      assertTrue(borne.contains("\"code\":\"09\""), borne);
      assertFalse(borne.contains("\"code\":\"01\""), borne);
    }

    @Test
    void whosePartsAreMissingIsNotGuessed() {
      assertTrue(unreadable(FLOW.replace("submitterId", "x")).contains("submitterId"));
      assertTrue(unreadable(FLOW.replace("expenseMoney", "x")).contains("expenseMoney"));
      assertTrue(unreadable(FLOW.replace("details", "x")).contains("details"));
      assertTrue(unreadable(FLOW.replace("\"feeType\"", "\"x\"")).contains("feeType"));
      assertTrue(unreadable(FLOW.replace("\"amount\"", "\"x\"")).contains("details[0].amount"));
      assertTrue(unreadable(FLOW.replace("5.01", "five")).contains("taxAmount"));
      assertTrue(
          unreadable(FLOW.replaceFirst("CNY", "USD")).contains("CNY / USD"), "two currencies");
    }
  }

  @ParameterizedTest
  @EnumSource(HoseReason.class)
  void eachReasonIsGiven(HoseReason reason) {
    String code =
        switch (reason) {
          case NO_FLOW -> failure(flow()).code();
          case LOGIN_REFUSED -> failure(hose.flow(TENANT, standIn.account("wrong"), "ID-1")).code();
          case UNREADABLE -> ((FlowClaim.Written.Unreadable) FlowClaim.undated()).reason().code();
        };
    assertEquals(reason.code(), code);
  }
}
