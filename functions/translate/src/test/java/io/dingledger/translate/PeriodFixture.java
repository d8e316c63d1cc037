package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.Person;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.support.PayItemSamples;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests of months of pay begin with. */
final class PeriodFixture {
  private PeriodFixture() {}

  /** A month without sums. */
  static PayPeriod period(YearMonth month) {
    return new PayPeriod(
        new DocumentHeader(
            DocumentId.ofPayPeriod(month),
            "",
            "薪资",
            new Person("", "", ""),
            new Department("", "", ""),
            month.atEndOfMonth(),
            List.of(),
            Map.of()),
        month,
        List.of());
  }

  /** A document of overtime on a day is stored as translate stores it. */
  static void accrued(TranslateFixture fixture, String id, LocalDate day) {
    DocumentId document = new DocumentId(id);
    List<BookedPayItem> booked =
        fixture.payItems.booked(
            TENANT, List.of(PayItemSamples.overtime(TENANT, document, "u-1", day, "2")));
    Booking booking = new Booking(booked, Map.of(), false);
    DocumentRecord next =
        DocumentRecord.announced(TENANT, document, Optional.empty(), fixture.clock.instant())
            .changed()
            .state(DocumentState.ACCRUED)
            .bookedIn(booking.months())
            .build();
    fixture
        .documents
        .saveTranslated(
            next,
            new DocumentStore.Source("{}", Optional.empty(), Optional.empty()),
            List.of(),
            booking)
        .orElseThrow();
  }
}
