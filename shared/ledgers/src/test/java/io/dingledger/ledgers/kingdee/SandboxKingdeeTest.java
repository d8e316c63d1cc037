package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox by itself, spoken to in raw JSON. */
class SandboxKingdeeTest {
  private static final String GOOD =
      """
      {"ValidateRepeatJson":true,"IsVerifyBaseDataField":true,"Model":{"FVOUCHERID":0,
      "FAccountBookID":{"FNumber":"001"},"FACCBOOKORGID":{"FNumber":"100"},
      "FVOUCHERGROUPID":{"FNumber":"PRE001"},"FSystemID":{"FNumber":"GL"},
      "FDate":"2026-03-31","FYEAR":2026,"FPERIOD":3,"FEntity":[
      {"FEXPLANATION":"a","FACCOUNTID":{"FNumber":"6602.03"},
      "FDetailID":{"FDetailID__FFLEX5":{"FNumber":"BM000001"}},
      "FAMOUNTFOR":12.50,"FDEBIT":12.50,"FCREDIT":0,"FBUSNO":"K1"},
      {"FEXPLANATION":"b","FACCOUNTID":{"FNumber":"1002"},
      "FAMOUNTFOR":12.50,"FDEBIT":0,"FCREDIT":12.50,"FBUSNO":"K1"}]}}""";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private SandboxKingdee sandbox;
  private String cookies;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxKingdee.start(SandboxSetup.demo(), folder, 0);
    cookies = login("demo-password").orElseThrow();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    client.close();
  }

  private Optional<String> login(String password) throws Exception {
    HttpResponse<String> answer =
        sent(
            "AuthService.ValidateUser",
            "{\"parameters\":[\"20231114000000\",\"demo\",\"" + password + "\",2052]}");
    List<String> lines = answer.headers().allValues("Set-Cookie");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(0).split(";")[0] + "; " + lines.get(1).split(";")[0]);
  }

  private HttpResponse<String> sent(String service, String body) throws Exception {
    URI address =
        sandbox.serverUrl().resolve("Kingdee.BOS.WebApi.ServicesStub." + service + ".common.kdsvc");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
    if (cookies != null) {
      request.header("Cookie", cookies);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String save(String data) throws Exception {
    return sent("DynamicFormService.Save", "{\"formid\":\"GL_VOUCHER\",\"data\":" + data + "}")
        .body();
  }

  private String query(String filter, String keys) throws Exception {
    return sent(
            "DynamicFormService.ExecuteBillQuery",
            """
            {"data":{"FormId":"GL_VOUCHER","FieldKeys":"%s","FilterString":"%s","StartRow":0,
            "Limit":100}}"""
                .formatted(keys, filter))
        .body();
  }

  @Test
  void aGoodVoucherIsNumberedAndFound() throws Exception {
    assertTrue(save(GOOD).contains("\"Id\":100001,\"Number\":\"1\""));
    assertEquals(
        "[[100001,\"6602.03\",\"BM000001\",12.5],[100001,\"1002\",null,0]]",
        query(
            "FAccountBookID.FNumber='001' and FBUSNO='K1'",
            "FVOUCHERID,FACCOUNTID.FNumber,FDetailID.FFLEX5.FNumber,FDEBIT"));
    assertEquals("[]", query("FBUSNO='K2'", "FVOUCHERID"));
    assertEquals(1, sandbox.countWithKey("FBUSNO", "K1"));
    SandboxVoucher voucher = sandbox.vouchers().getFirst();
    assertEquals(0, new BigDecimal("12.50").compareTo(voucher.debit()));
    assertEquals(voucher.debit(), voucher.credit());
    assertEquals(YearMonth.of(2026, 3), voucher.period());
    assertTrue(
        sent("DynamicFormService.View", "{\"parameters\":[\"GL_VOUCHER\",{\"Id\":\"100001\"}]}")
            .body()
            .contains("\"DocumentStatus\":\"A\""));
  }

  @Test
  void numbersStartAgainInEachPeriod() throws Exception {
    save(GOOD);
    save(GOOD.replace("K1", "K2"));
    String april =
        GOOD.replace("2026-03-31", "2026-04-01").replace("\"FPERIOD\":3", "\"FPERIOD\":4");
    save(april);
    assertEquals(
        List.of(1, 2, 1), sandbox.vouchers().stream().map(SandboxVoucher::number).toList());
  }

  @Test
  void anIdOverwritesAndAnUnknownIdIsRefused() throws Exception {
    save(GOOD);
    save(GOOD.replace("\"FVOUCHERID\":0", "\"FVOUCHERID\":100001").replace("K1", "K9"));
    assertEquals(1, sandbox.vouchers().size());
    assertEquals(1, sandbox.countWithKey("FBUSNO", "K9"));
    assertTrue(
        save(GOOD.replace("\"FVOUCHERID\":0", "\"FVOUCHERID\":5")).contains("\"MsgCode\":10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"001\" | \"999\" | 编码值[999]不存在",
        "\"6602.03\" | \"6602\" | 不是明细科目",
        "\"6602.03\" | \"1\" | 编码值[1]不存在",
        "\"BM000001\" | \"BM9\" | 编码值[BM9]不存在",
        "\"BM000001\" | \"BM000009\" | 编码值[BM000009]已禁用",
        "\"FDEBIT\":12.50 | \"FDEBIT\":12.505 | 超过两位小数",
        "\"FAMOUNTFOR\":12.50 | \"FEXCHANGERATE\":2,\"FAMOUNTFOR\":6.25 | 汇率必须为 1",
        "__FFLEX5 | __FFLEX99 | 字段不存在",
        "\"FDetailID\" | \"Other\" | 是必录字段",
        "\"FCREDIT\":12.50 | \"FCREDIT\":12.40 | 不符",
        "\"FDEBIT\":12.50 | \"FDEBIT\":0 | 只能有一方",
        "\"FPERIOD\":3 | \"FPERIOD\":4 | 会计期间",
        "\"2026-03-31\" | \"\" | 必录",
        "2026 | 2019 | 已结账"
      })
  void whatTheRealOneRefusesIsRefused(String good, String bad, String words) throws Exception {
    String answer = save(GOOD.replace(good, bad));
    assertTrue(answer.contains(words), answer);
    assertEquals(List.of(), sandbox.vouchers());
  }

  @Test
  void anUnbalancedVoucherIsRefused() throws Exception {
    String unbalanced =
        GOOD.replace("\"FAMOUNTFOR\":12.50,\"FDEBIT\":12.50", "\"FAMOUNTFOR\":12,\"FDEBIT\":12");
    assertTrue(save(unbalanced).contains("不平衡"));
  }

  @Test
  void aRepeatedPacketIsRefusedUnlessThatWasNotAskedFor() throws Exception {
    save(GOOD);
    assertTrue(save(GOOD).contains("重复"));
    save(GOOD.replace("\"ValidateRepeatJson\":true", "\"ValidateRepeatJson\":false"));
    assertEquals(2, sandbox.vouchers().size());
  }

  @Test
  void baseDataIsToldByFormFilterAndPage() throws Exception {
    assertEquals("[[\"CNY\"]]", baseData("BD_Currency", "FCODE", "FNUMBER='PRE001'"));
    assertEquals(
        "[[\"BM000001\",\"A\"],[\"BM000002\",\"A\"],[\"BM000009\",\"B\"]]",
        baseData("BD_Department", "FNumber,FForbidStatus", ""));
    assertEquals("[[false]]", baseData("BD_Account", "FISDETAIL", "FNUMBER='6602'"));
    assertTrue(baseData("BD_Account", "FNONE", "").contains("FNONE的字段不存在"));
    assertTrue(baseData("BD_None", "FNUMBER", "").contains("业务对象不存在"));
  }

  private String baseData(String form, String keys, String filter) throws Exception {
    return sent(
            "DynamicFormService.ExecuteBillQuery",
            """
            {"data":{"FormId":"%s","FieldKeys":"%s","FilterString":"%s","Limit":100}}"""
                .formatted(form, keys, filter))
        .body();
  }

  @Test
  void aFileHangsOnAVoucherThatIsThereAndHasContent() throws Exception {
    save(GOOD);
    assertTrue(upload(100001, "d2h5").contains("\"IsSuccess\":true"));
    assertTrue(upload(100001, "").contains("\"MsgCode\":8"));
    assertTrue(upload(5, "d2h5").contains("\"MsgCode\":10"));
    assertEquals(List.of("why.txt"), sandbox.attachments(100001));
  }

  private String upload(long voucher, String content) throws Exception {
    return sent(
            "DynamicFormService.AttachmentUpload",
            """
            {"data":{"FormId":"GL_VOUCHER","InterId":"%d","FileName":"why.txt","IsLast":true,
            "SendByte":"%s"}}"""
                .formatted(voucher, content))
        .body();
  }

  @Test
  void aFilterThatIsNotUnderstoodIsRefusedAndNotIgnored() throws Exception {
    assertTrue(query("FBUSNO like 'K%'", "FVOUCHERID").contains("\"IsSuccess\":false"));
    assertTrue(query("F_NONE='1'", "FVOUCHERID").contains("F_NONE的字段不存在"));
    assertTrue(query("", "F_NONE").contains("F_NONE的字段不存在"));
  }

  @Test
  void withoutASessionNothingIsDone() throws Exception {
    sandbox.forgetSessions();
    assertTrue(save(GOOD).contains("\"MsgCode\":1"));
    assertTrue(query("", "FVOUCHERID").startsWith("[[{\"Result\""));
    assertEquals(List.of(), sandbox.vouchers());
  }

  @Test
  void repeatedBadLogInsLockTheUser() throws Exception {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertTrue(login("wrong").isEmpty());
    }
    assertTrue(login("demo-password").isEmpty());
  }

  @Test
  void aBookIsReadAgainWithoutItsHalfWrittenLastLine() throws Exception {
    save(GOOD);
    sandbox.close();
    try (var files = Files.list(folder)) {
      Path journal = files.findFirst().orElseThrow();
      Files.writeString(journal, "{\"id\":100002,\"mod", StandardOpenOption.APPEND);
    }
    sandbox = SandboxKingdee.start(SandboxSetup.demo(), folder, 0);
    assertEquals(1, sandbox.countWithKey("FBUSNO", "K1"));
    cookies = login("demo-password").orElseThrow();
    save(GOOD.replace("K1", "K2"));
    sandbox.close();
    sandbox = SandboxKingdee.start(SandboxSetup.demo(), folder, 0);
    assertEquals(
        List.of(100001L, 100002L), sandbox.vouchers().stream().map(SandboxVoucher::id).toList());
  }

  @Test
  void aVoucherIsInTheJournalBeforeTheConnectionIsDropped() throws IOException {
    sandbox.switches().forKey("K1", Operation.SAVE, Fault.DROP_AFTER);
    assertThrows(IOException.class, () -> save(GOOD));
    sandbox.close();
    sandbox = SandboxKingdee.start(SandboxSetup.demo(), folder, 0);
    assertEquals(1, sandbox.countWithKey("FBUSNO", "K1"));
  }

  @Test
  void aSeedMakesPercentagesRepeat() {
    assertEquals(chosen(7), chosen(7));
    long failing = chosen(7).stream().filter(Boolean::booleanValue).count();
    assertTrue(failing > 150 && failing < 350, "about a quarter of 1000 but " + failing);
  }

  private static List<Boolean> chosen(long seed) {
    SandboxSwitches switches = new SandboxSwitches(seed);
    switches.percentage(25, Operation.SAVE, Fault.DROP_AFTER);
    List<Boolean> chosen = new ArrayList<>();
    for (int request = 0; request < 1000; request++) {
      chosen.add(switches.take(Operation.SAVE, "").isPresent());
    }
    return chosen;
  }
}
