package io.dingledger.ledgers.haokuaiji;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.chanjet.PlatformDoor;
import io.dingledger.ledgers.chanjet.ScriptedPlatform;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The adapter over a platform whose every answer is prepared. */
abstract class ScriptedHaokuaiji {
  protected static final String LINES =
      """
      [{"glAccount":{"code":"560203"},"basePostedDr":"1.00","basePostedCr":"0"},
       {"glAccount":{"code":"2241"},"basePostedDr":0,"basePostedCr":1.00}]""";
  protected static final String OPEN = "{\"closePeriod\":\"202602\",\"data\":[\"202603\"]}";
  protected static final String ACCOUNTS =
      "[{\"glAccountCode\":\"560203\"},{\"glAccountCode\":\"2241\",\"drCrDirection\":\"贷\"}]";
  protected static final String NUMBER = "{\"acctgPeriod\":\"202603\",\"code\":\"045\"}";

  protected final ScriptedPlatform platform = new ScriptedPlatform();
  protected final Map<String, Reply> script = new HashMap<>();
  protected final Voucher voucher =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line("560203", Map.of(), Side.DEBIT, "1.00"),
              Vouchers.line("2241", Map.of(), Side.CREDIT, "1.00")));
  protected final String key = voucher.key().value();

  ScriptedHaokuaiji() {
    says("checkOutPeriod", 200, OPEN);
    says("getInitBalanceList", 200, ACCOUNTS);
    says("init", 200, NUMBER);
    platform.answers(
        call ->
            script.entrySet().stream()
                .filter(each -> call.path().contains("/" + each.getKey() + "/"))
                .findFirst()
                .orElseThrow()
                .getValue());
  }

  @AfterEach
  final void close() {
    platform.close();
  }

  protected void says(String service, int status, String body) {
    script.put(service, Reply.json(status, body.replace("KEY", key).replace("LINES", LINES)));
  }

  protected Ledger ledger(Map<String, String> further) {
    Map<String, String> settings = new HashMap<>(platform.settings());
    settings.put("bookId", "1");
    settings.put("searchField", "text");
    settings.putAll(further);
    return Ledgers.open(
        HaokuaijiUnderTest.connection(settings, PlatformDoor.APP_SECRET), TestTools.tools());
  }

  protected Sent sent(int status, String body) {
    says("AcctgTrans5", status, body);
    return sent();
  }

  protected Sent sent() {
    return ledger(Map.of()).send(voucher, new Asked.Absent(voucher.key()));
  }

  protected Asked asked(String body) {
    says("acctgTransExactSearch", 200, body);
    return ledger(Map.of()).ask(voucher);
  }

  protected List<String> services() {
    return platform.calls().stream()
        .map(Call::path)
        .map(path -> path.replace("/accounting/gl/", "").replace("/1", ""))
        .toList();
  }

  protected static Failure failure(Sent sent) {
    return assertInstanceOf(Sent.Failed.class, sent, sent::toString).failure();
  }

  protected static Failure failure(Asked asked) {
    return assertInstanceOf(Asked.Failed.class, asked, asked::toString).failure();
  }
}
