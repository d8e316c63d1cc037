package io.dingledger.local.torture.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.torture.process.Killer.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerServerTest {
  private static final String VOUCHER =
      """
      {"bizKey":"%s","document":"doc-1","purpose":"record","entries":[
        {"subject":"6602.03","debit":12.30,"credit":0},{"subject":"2241","debit":0,"credit":12.30}]}
      """;

  @TempDir Path folder;
  private final Set<Moment> moments = ConcurrentHashMap.newKeySet();
  private final TroubleDice dice = new TroubleDice(3);
  private Book book;
  private LedgerServer server;

  @BeforeEach
  void start() {
    book = new Book(folder.resolve("book.jsonl"));
    server = LedgerServer.start(0, book, dice, moments::add);
  }

  @AfterEach
  void close() {
    server.close();
    book.close();
  }

  private HttpResponse<String> posted(URI ledger, String key)
      throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(ledger.resolve("/torture/vouchers"))
            .POST(BodyPublishers.ofString(VOUCHER.formatted(key))));
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.timeout(Duration.ofSeconds(8)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void whatIsBookedIsOnTheDiskAndFoundByItsKey() throws Exception {
    dice.calmDown();
    assertTrue(posted(server.address(), "K1").body().contains("\"voucherId\":\"V1\""));
    URI question = server.address().resolve("/torture/vouchers?bizKey=K1");
    assertTrue(sent(HttpRequest.newBuilder(question)).body().contains("\"total\":1"));
    URI elsewhere = server.address().resolve("/torture-2/vouchers?bizKey=K1");
    assertTrue(sent(HttpRequest.newBuilder(elsewhere)).body().contains("\"total\":0"));
    List<Booked> onDisk = Book.read(folder.resolve("book.jsonl"));
    assertEquals(book.all(), onDisk);
    assertEquals(new BigDecimal("12.3"), onDisk.getFirst().debit().stripTrailingZeros());
    assertEquals(
        EnumSet.of(Moment.LEDGER_IS_ASKED, Moment.BEFORE_BOOKING, Moment.AFTER_BOOKING), moments);
  }

  @Test
  void aBookThatIsOpenedAgainHoldsWhatItHeldAndTakesDoubles() throws Exception {
    dice.calmDown();
    posted(server.address(), "K1");
    posted(server.address(), "K1");
    try (Book again = new Book(folder.resolve("book.jsonl"))) {
      assertEquals(
          2, again.held("torture", "K1").size(), "to keep doubles out is not its business");
    }
  }

  @Test
  void troublesComeByTheSeedAndTheKey() {
    List<Trouble> first = thrown(new TroubleDice(5));
    assertEquals(first, thrown(new TroubleDice(5)));
    assertEquals(EnumSet.allOf(Trouble.class), EnumSet.copyOf(first));
    TroubleDice calm = new TroubleDice(5);
    calm.calmDown();
    assertEquals(Set.of(Trouble.NONE), Set.copyOf(thrown(calm)));
  }

  private static List<Trouble> thrown(TroubleDice dice) {
    return IntStream.range(0, 1000)
        .mapToObj(number -> dice.thrown(true, "torture", "K" + number).trouble())
        .toList();
  }

  @Test
  void aLineThatIsHungUpOnStillDeliversWhatWasSaid() throws Exception {
    dice.calmDown();
    int lost = 0;
    try (FaultProxy proxy = FaultProxy.before(server.address(), 0, 11)) {
      for (int number = 0; number < 30; number++) {
        try {
          posted(proxy.address(), "K" + number);
        } catch (IOException cut) {
          lost++;
        }
      }
      Thread.sleep(Duration.ofSeconds(FaultProxy.LONGEST_HOLD_UP));
      assertTrue(proxy.struck().size() > 3, proxy.struck()::toString);
      int unseen = lost - (30 - book.all().size());
      assertTrue(unseen > 0, "booked, and nobody was told: " + proxy.struck());
      proxy.calmDown();
      assertTrue(posted(proxy.address(), "calm").body().contains("voucherId"));
    }
    assertEquals(
        book.all().size(), book.all().stream().map(Booked::key).distinct().count(), "no doubles");
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    assertThrows(
        UncheckedIOException.class,
        () -> LedgerServer.start(server.address().getPort(), book, dice, moments::add));
  }
}
