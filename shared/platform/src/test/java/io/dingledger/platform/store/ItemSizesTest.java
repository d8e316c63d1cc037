package io.dingledger.platform.store;

import static java.math.RoundingMode.HALF_UP;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.codec.SourceDocumentJson;
import io.dingledger.platform.support.SampleDocuments;
import io.dingledger.platform.support.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The figures of {@code docs/data-model.md}: how large items are on the usual way of a document.
 * With {@code -Ddingledger.sizes=true} it prints them.
 */
class ItemSizesTest {
  private static final Tenant ACME = Samples.tenant("ding8e5a1c3f9b7d2e4a35c2f4657eb6378f");
  private static final DocumentId CLAIM = new DocumentId("xUfTgW9rR4m1x0cZ3kQH2w01301772323200");

  private static final TypicalClaim CLAIM_OF_SIX = new TypicalClaim(CLAIM, 6);

  private final MemoryTable table = new MemoryTable();
  private final TableDocumentStore store = new TableDocumentStore(table);

  @Test
  void a_usual_document_stays_within_the_figures_of_the_data_model() {
    DocumentRecord announced = store.save(announced()).orElseThrow();
    check("record, announced", Keys.record(ACME, CLAIM), 1024);
    Voucher voucher = voucher(6);
    Posting ready =
        Posting.ready(voucher.key(), voucher.purpose(), Samples.NOW.plus(Duration.ofMinutes(10)));
    DocumentRecord translated =
        announced
            .changed()
            .state(DocumentState.POSTING)
            .kind("expenseClaim")
            .businessDate(LocalDate.of(2026, 3, 1))
            .total(Money.of("12345.67", "CNY"))
            .postings(List.of(ready))
            .build()
            .noting(Samples.NOW, "translate", "TRANSLATED", "rule book v-0123456789ab, 1 voucher");
    DocumentRecord posting =
        store
            .saveTranslated(
                translated, CLAIM_OF_SIX.source(announced.businessId()), List.of(voucher))
            .orElseThrow();
    check("record, translated", Keys.record(ACME, CLAIM), 1280);
    check("raw and typed, 6 rows", Keys.raw(ACME, CLAIM), 3072);
    check("sibling", Keys.sibling(ACME, announced.businessId(), CLAIM), 512);
    check("voucher, 6 lines", Keys.voucher(ACME, CLAIM, voucher.key()), 1280);
    store.save(posted(posting, 0)).orElseThrow();
    check("record, posted", Keys.record(ACME, CLAIM), 1536);
    DocumentRecord found = store.find(ACME, CLAIM).orElseThrow();
    store.save(posted(found, 55)).orElseThrow();
    check("record, 60 timeline entries", Keys.record(ACME, CLAIM), 3072);
    store.save(posted(store.find(ACME, CLAIM).orElseThrow(), 10)).orElseThrow();
    check("moved timeline, 40 entries", Keys.timeline(ACME, CLAIM, 1), 2048);
  }

  @Test
  void the_typed_document_adds_little_to_what_was_received() {
    for (int rows : new int[] {1, 6, 30}) {
      String number = announced().businessId();
      DocumentStore.Source both = new TypicalClaim(CLAIM, rows).source(number);
      int alone = StoredText.into(Item.at(new Key("p", "s")), both.raw()).size();
      String typed = SourceDocumentJson.text(both.document().orElseThrow());
      Item apart = StoredText.into(Item.at(Keys.raw(ACME, CLAIM)), typed);
      store
          .saveTranslated(
              store.find(ACME, CLAIM).orElseGet(ItemSizesTest::announced), both, List.of())
          .orElseThrow();
      Item together = table.get(Keys.raw(ACME, CLAIM)).orElseThrow();
      report("raw alone would have had " + alone + ", with typed, " + rows + " rows", together);
      report("typed in an item of its own, " + rows + " rows", apart);
      int added = together.size() - alone;
      assertTrue(added < apart.size(), "typed adds " + added + " instead of " + apart.size());
    }
  }

  @Test
  void what_lies_beside_documents_is_one_write_unit_each() {
    TableDirectoryStore directory = new TableDirectoryStore(table);
    Person person = SampleDocuments.header().originator();
    directory.putPeople(ACME, List.of(person), Samples.NOW);
    directory.stalePeople(ACME, List.of(person.userId()), Samples.NOW);
    check("person", Keys.person(ACME, person.userId()), 1024);
    new TableAttendanceMarks(table)
        .mark(ACME, new PersonDay("manager4021", LocalDate.of(2026, 3, 1)), Samples.NOW);
    check("mark", Keys.mark(ACME, LocalDate.of(2026, 3, 1), "manager4021"), 1024);
    Key calls = Keys.calls(ACME, YearMonth.of(2026, 3));
    Item count =
        new CallCount(4000, 1772323200L, 20, CallCount.Level.SCARCE, 5000).into(Item.at(calls));
    table.write(List.of(new Write.Put(count.with(Item.VERSION, 4001), Condition.NONE)));
    check("calls of a month", calls, 1024);
  }

  @Test
  void a_voucher_of_a_thousand_lines_still_fits_into_an_item() {
    Item item =
        StoredText.into(
            Item.at(new Key("p", "s")),
            new io.dingledger.platform.codec.VoucherCodec().encode(voucher(1000)));
    report("voucher, 1000 lines", item);
    assertTrue(item.size() < Item.LARGEST / 4);
  }

  private void check(String what, Key key, int most) {
    Item item = table.get(key).orElseThrow();
    report(what, item);
    assertTrue(item.size() <= most, what + " has " + item.size() + " bytes");
  }

  private static void report(String what, Item item) {
    if (Boolean.getBoolean("dingledger.sizes")) {
      System.out.println(what + ": " + item.size() + " bytes");
    }
  }

  private static DocumentRecord announced() {
    EventSubject.Approval approval =
        new EventSubject.Approval(
            CLAIM.value(),
            "PROC-6B1C9E70-3F58-4E5B-9D0A-7F2C1E8A4D11",
            "expense",
            "202603011600000123456",
            EventSubject.Phase.FINISH,
            Optional.of(EventSubject.Result.AGREE),
            "manager4021",
            "示例员工提交的差旅费报销",
            Optional.of(Samples.NOW));
    return DocumentRecord.announced(ACME, CLAIM, Optional.of(approval), Samples.NOW)
        .changed()
        .heardOf("2f6a1c3e9b7d4e4a8c2f4657eb6378f1")
        .heardOf("9c6a1c3e9b7d4e4a8c2f4657eb6378f2")
        .build()
        .noting(Samples.NOW, "translate", "ANNOUNCED", "FINISH AGREE");
  }

  private static DocumentRecord posted(DocumentRecord from, int failures) {
    DocumentRecord record = from;
    for (String what : List.of("CLAIMED", "SENDING", "POSTED")) {
      record = record.noting(record.updatedAt().plusMillis(137), "post", what, "记-45 100234");
    }
    for (int n = 3; n < failures; n++) {
      String detail = "TRANSIENT kingdee-cloud HTTP-503 service busy, try " + n;
      record = record.noting(record.updatedAt().plusMillis(7919), "post", "FAILED", detail);
    }
    Failure failure =
        Failure.of(FailureKind.TRANSIENT, "kingdee-cloud", "HTTP-503", "service busy");
    Posting posting = record.postings().getFirst();
    Posting moved =
        failures == 0
            ? posting
                .claimed(Samples.NOW, Duration.ofSeconds(60))
                .posted(new LedgerReference("100234", "45"))
            : new Posting(
                posting.key(),
                posting.purpose(),
                posting.state(),
                posting.fence(),
                posting.leaseUntil(),
                Optional.of(Samples.NOW),
                Optional.of(Samples.NOW),
                Optional.of(Samples.NOW),
                1,
                posting.reference(),
                posting.pending().failed(failure, Samples.NOW));
    return record.with(moved);
  }

  private static Voucher voucher(int count) {
    Voucher sample = Samples.voucher(ACME, CLAIM);
    Random random = new Random(count);
    List<VoucherLine> lines = new ArrayList<>();
    while (lines.size() < count) {
      int row = lines.size() / 2 + 1;
      Money amount =
          Money.rounded(BigDecimal.valueOf(1 + random.nextInt(999_999), 2), "CNY", HALF_UP);
      for (VoucherLine line : sample.lines()) {
        lines.add(line(line, amount, row, random));
      }
    }
    return new Voucher(
        sample.key(),
        sample.document(),
        sample.purpose(),
        sample.date(),
        sample.currency(),
        sample.summary(),
        sample.attachments(),
        lines);
  }

  private static VoucherLine line(VoucherLine like, Money amount, int row, Random random) {
    Explanation explanation =
        new Explanation(
            like.explanation().rule(),
            like.explanation().ruleBookVersion(),
            List.of(
                new Explanation.Input(
                    "amount",
                    amount.plain(),
                    "row " + row + ", 金额 (by id MoneyField-" + random.nextInt(99_999) + ")")),
            like.explanation().arithmetic(),
            like.explanation().rounding(),
            amount);
    return new VoucherLine(
        like.summary() + " " + row,
        like.account(),
        Map.of(Dimension.EMPLOYEE, "E" + random.nextInt(9999)),
        like.side(),
        amount,
        explanation);
  }
}
