package io.dingledger.ledgers.kingdee;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers word for word, without the sandbox's opinion of them. */
class KingdeeQueryShapesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-31T08:00:00Z"), ZoneOffset.UTC);
  private static final Voucher VOUCHER =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line("6602.03", Map.of(), Side.DEBIT, "12.50"),
              Vouchers.line("1002", Map.of(), Side.CREDIT, "12.50")));

  private static WireMockServer server;

  @BeforeAll
  static void start() {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void forget() {
    server.resetAll();
  }

  private static Ledger ledger(String address, Map<String, String> further) {
    Map<String, String> settings =
        new HashMap<>(KingdeeUnderTest.settings(URI.create(address), "signed-headers"));
    settings.put("readTimeoutSeconds", "60");
    settings.putAll(further);
    return Ledgers.open(KingdeeUnderTest.connection(settings), TestTools.tools(CLOCK));
  }

  private static Ledger ledger() {
    return ledger("http://127.0.0.1:" + server.port() + "/galaxyapi", Map.of());
  }

  private static Asked asked(String body) {
    answer(200, body.replace("KEY", VOUCHER.key().value()));
    return ledger().ask(VOUCHER);
  }

  private static void answer(int status, String body) {
    server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private static Failure failure(Asked asked) {
    return assertInstanceOf(Asked.Failed.class, asked).failure();
  }

  private static Failure failure(Sent sent) {
    return assertInstanceOf(Sent.Failed.class, sent).failure();
  }

  @Nested
  class Rows {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[[7,\"45\",\"6602.03\",12.5,0,\"A\",2026,3,\"KEY\"],"
              + "[7,\"45\",\"1002\",0,12.50000,\"A\",2026,3,\"KEY\"]]",
          "[[\"7\",45,\"1002\",null,\"12.5000000000\",\"C\",\"2026\",\"4\",\"KEY\"],"
              + "[\"7\",45,\"6602.03\",\"12.50\",\"\",\"C\",\"2026\",\"4\",\"KEY\"]]",
          "[{\"FVOUCHERID\":7,\"FVOUCHERGROUPNO\":\"45\",\"FACCOUNTID.FNumber\":\"6602.03\","
              + "\"FDEBIT\":12.5,\"FCREDIT\":0,\"FBUSNO\":\"KEY\"},"
              + "{\"FVOUCHERID\":7,\"FVOUCHERGROUPNO\":null,\"FACCOUNTID.FNumber\":\"1002\","
              + "\"FDEBIT\":0,\"FCREDIT\":1.25e1,\"FBUSNO\":\"KEY\"}]"
        })
    void withTheSameContentAreFoundHoweverNumbersAreWritten(String body) {
      assertEquals(new Asked.Found(new LedgerReference("7", "45")), asked(body));
    }

    @Test
    void withoutANumberAreFoundWithAnEmptyOne() {
      assertEquals(
          new Asked.Found(new LedgerReference("7", "")),
          asked(
              "[[7,null,\"6602.03\",12.5,0,\"A\",2026,3,\"KEY\"],"
                  + "[7,null,\"1002\",0,12.5,\"A\",2026,3,\"KEY\"]]"));
    }

    @Test
    void areNoneOnlyWhenTheListIsEmpty() {
      assertEquals(new Asked.Absent(VOUCHER.key()), asked(" [ ] "));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[[]]",
          "[null]",
          "[1]",
          "[[7,\"45\",\"6602.03\",12.5,0]]",
          "[[7,\"45\",\"6602.03\",\"much\",0,\"A\",2026,3,\"KEY\"]]",
          "[[null,\"45\",\"6602.03\",1,0,\"A\",2026,3,\"KEY\"]]",
          "[]]",
          "[] []",
          "null",
          "{}",
          "{\"Result\":[]}",
          "\"\"",
          "{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":true}}}"
        })
    void thatCannotBeReadAreNeverAbsence(String body) {
      Failure failure = failure(asked(body));
      assertEquals(FailureKind.TRANSIENT, failure.kind());
      assertEquals("LEDGER-UNREADABLE", failure.code());
    }

    @Test
    void ofAnotherKeyMeanThatTheKeyFieldDoesNotFilter() {
      Failure failure = failure(asked("[[7,\"45\",\"6602.03\",12.5,0,\"A\",2026,3,\"OTHER\"]]"));
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("LEDGER-OTHER-KEY", failure.code());
    }

    @Test
    void withoutEndAreGivenUp() {
      String row = "[7,\"45\",\"6602.03\",12.5,0,\"A\",2026,3,\"" + VOUCHER.key() + "\"]";
      answer(200, "[" + String.join(",", Collections.nCopies(10, row)) + "]");
      Ledger ledger =
          ledger("http://127.0.0.1:" + server.port() + "/", Map.of("rowsPerQuery", "10"));
      assertEquals("LEDGER-ENDLESS", failure(ledger.ask(VOUCHER)).code());
      server.verify(KingdeeLedger.MOST_PAGES, postRequestedFor(anyUrl()));
    }
  }

  @Nested
  class Errors {
    @ParameterizedTest
    @CsvSource({
      "1, 会话信息已丢失，请重新登录, TOKEN",
      "2, 没有权限, CONFIG",
      "4, 异常, TRANSIENT",
      "6, 数据库, TRANSIENT",
      "9, 元数据中标识为F_X的字段不存在, CONFIG",
      "0, 元数据中标识为F_X的字段不存在, CONFIG",
      "0, 未知, TRANSIENT",
      "13, 冲突, LOCKED",
      "14, 上限, THROTTLE"
    })
    void wrappedTwiceAreClassedByCode(int messageCode, String text, FailureKind kind) {
      String body =
          """
          [[{"Result":{"ResponseStatus":{"ErrorCode":500,"IsSuccess":false,
          "Errors":[{"FieldName":"","Message":"%s","DIndex":0}],"MsgCode":%d}}}]]"""
              .formatted(text, messageCode);
      assertEquals(kind, failure(asked(body)).kind());
    }

    @Test
    void inAListAreNoRows() {
      String body = "[{\"FieldName\":\"\",\"Message\":\"字段 FBUSNO 不存在\",\"DIndex\":0}]";
      assertEquals(FailureKind.CONFIG, failure(asked(body)).kind());
    }

    @Test
    void asTextAreNoRows() {
      assertEquals(FailureKind.TRANSIENT, failure(asked("response_error:空引用")).kind());
      assertEquals(FailureKind.TOKEN, failure(asked("response_error:会话信息已丢失")).kind());
      assertEquals("LEDGER-PAGE", failure(asked("<!DOCTYPE html><html></html>")).code());
    }

    @ParameterizedTest
    @CsvSource({
      "302, CONFIG, AMBIGUOUS",
      "400, CONFIG, CONFIG",
      "401, CONFIG, CONFIG",
      "403, CONFIG, CONFIG",
      "404, CONFIG, CONFIG",
      "408, TRANSIENT, AMBIGUOUS",
      "429, THROTTLE, THROTTLE",
      "500, TRANSIENT, AMBIGUOUS",
      "502, TRANSIENT, AMBIGUOUS",
      "503, TRANSIENT, AMBIGUOUS",
      "504, TRANSIENT, AMBIGUOUS",
      "204, TRANSIENT, AMBIGUOUS"
    })
    void ofTheWebServerAreClassedByStatus(int status, FailureKind asking, FailureKind sending) {
      answer(status, "");
      assertEquals(asking, failure(ledger().ask(VOUCHER)).kind());
      Failure failure = failure(ledger().send(VOUCHER, new Asked.Absent(VOUCHER.key())));
      assertEquals(sending, failure.kind());
      assertEquals("HTTP-" + status, failure.code());
      server.verify(2, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'Tue, 31 Mar 2026 08:01:00 GMT', 60", "soon, ", "-1, "})
    void mayStateAWait(String stated, Long seconds) {
      server.stubFor(
          post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", stated)));
      assertEquals(
          Optional.ofNullable(seconds).map(Duration::ofSeconds),
          failure(ledger().ask(VOUCHER)).retryAfter());
    }
  }

  @Nested
  class Connections {
    @Test
    void thatAreRefusedHadNoEffect() throws Exception {
      int closed;
      try (ServerSocket socket = new ServerSocket(0)) {
        closed = socket.getLocalPort();
      }
      Ledger ledger = ledger("http://127.0.0.1:" + closed + "/", Map.of());
      assertEquals(FailureKind.TRANSIENT, failure(ledger.ask(VOUCHER)).kind());
      Failure failure = failure(ledger.send(VOUCHER, new Asked.Absent(VOUCHER.key())));
      assertEquals(FailureKind.TRANSIENT, failure.kind());
      assertEquals("LEDGER-NOT-REACHED", failure.code());
    }

    @Test
    void toAServerWithoutATrustedCertificateAreNotMade() {
      Ledger ledger = ledger("https://127.0.0.1:" + server.httpsPort() + "/", Map.of());
      Failure failure = failure(ledger.send(VOUCHER, new Asked.Absent(VOUCHER.key())));
      assertEquals("LEDGER-CERTIFICATE", failure.code());
      assertEquals(FailureKind.CONFIG, failure.kind());
      server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whoseAnswerStopsAfterTheHeadersEndWithTheTimeOut() throws Exception {
      try (ServerSocket socket = new ServerSocket(0)) {
        Thread.ofVirtual().start(() -> answerHalf(socket));
        Ledger ledger =
            ledger(
                "http://127.0.0.1:" + socket.getLocalPort() + "/",
                Map.of("readTimeoutSeconds", "1"));
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> assertEquals("LEDGER-NO-ANSWER", failure(ledger.ask(VOUCHER)).code()));
      }
    }

    private static void answerHalf(ServerSocket socket) {
      try (Socket connection = socket.accept()) {
        String half = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[";
        connection.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException closed) {
        throw new UncheckedIOException(closed);
      }
    }

    @Test
    void carryPositionalJsonToTheConfiguredAddress() {
      assertInstanceOf(Asked.Absent.class, asked("[]"));
      server.verify(
          postRequestedFor(
                  urlEqualTo(
                      "/galaxyapi/Kingdee.BOS.WebApi.ServicesStub.DynamicFormService"
                          + ".ExecuteBillQuery.common.kdsvc"))
              .withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8"))
              .withRequestBody(matchingJsonPath("$.parameters[0]")));
    }
  }
}
