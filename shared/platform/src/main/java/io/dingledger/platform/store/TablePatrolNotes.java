package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notes in a {@link Table}, one item for each chore and each form. What is noted of a chore never
 * goes back. Every method throws {@link StoreUnreachable} when the table gives no answer, and
 * {@link StoreRefused} for a note that nobody can read.
 */
public final class TablePatrolNotes implements PatrolNotes {
  static final String UP_TO = "upTo";
  private static final String CODE = "code";
  private static final String TRAFFIC = "TRAFFIC";
  private static final String DAYS = "days";
  private static final String SILENT = "silent";
  private static final String CATEGORY = "category";
  private static final Duration FORMS_REMEMBERED = Duration.ofDays(1);

  private final Table table;
  private final Remembered<Key, String> forms;

  /** Notes in this table. */
  public TablePatrolNotes(Table table, Clock clock) {
    this.table = table;
    this.forms = new Remembered<>(clock, FORMS_REMEMBERED);
  }

  @Override
  public Optional<Instant> doneUpTo(Tenant tenant, Chore chore) {
    return table.get(Keys.chore(tenant, chore.name())).map(TablePatrolNotes::upTo);
  }

  @Override
  public void done(Tenant tenant, Chore chore, Instant upTo) {
    Key place = Keys.chore(tenant, chore.name());
    Revision.of(
        table,
        place,
        there ->
            there.map(TablePatrolNotes::upTo).filter(known -> !known.isBefore(upTo)).isPresent()
                ? Optional.empty()
                : Optional.of(Item.at(place).with(UP_TO, upTo.toString())));
  }

  /** Notes since when there is a tenant, in the write that makes it. */
  static Write adopted(Tenant tenant, Instant since) {
    Key place = Keys.chore(tenant, Chore.ADOPTED.name());
    Item item = Item.at(place).with(Item.VERSION, 1).with(UP_TO, since.toString());
    return new Write.Put(item, Condition.NONE);
  }

  /** {@inheritDoc} A category that a push leaves out does not replace one that is known. */
  @Override
  public void seenForm(Tenant tenant, String processCode, String category) {
    Key place = Keys.form(tenant, processCode);
    if (processCode.isEmpty() || isKnown(forms.get(place), category)) {
      return;
    }
    Revision.of(
        table,
        place,
        there ->
            isKnown(there.flatMap(item -> item.text(CATEGORY)), category)
                ? Optional.empty()
                : Optional.of(Item.at(place).with(CODE, processCode).with(CATEGORY, category)));
    forms.put(place, category);
  }

  @Override
  public Map<String, String> forms(Tenant tenant) {
    Map<String, String> found = new TreeMap<>();
    table
        .query(Keys.notes(tenant), Keys.FORM)
        .forEach(
            item ->
                found.put(
                    item.text(CODE).orElseThrow(() -> StoredText.damaged(item.key())),
                    item.text(CATEGORY).orElse("")));
    return Map.copyOf(found);
  }

  @Override
  public Traffic traffic(Tenant tenant) {
    return table
        .get(Keys.chore(tenant, TRAFFIC))
        .map(TablePatrolNotes::traffic)
        .orElse(Traffic.UNKNOWN);
  }

  /** {@inheritDoc} A look that was made earlier than the last one that is noted is dropped. */
  @Override
  public void traffic(Tenant tenant, Traffic seen) {
    Key place = Keys.chore(tenant, TRAFFIC);
    Revision.of(
        table,
        place,
        there ->
            there.map(TablePatrolNotes::upTo).filter(seen.lookedAt()::isBefore).isPresent()
                ? Optional.empty()
                : Optional.of(
                    Item.at(place)
                        .with(UP_TO, seen.lookedAt().toString())
                        .with(
                            DAYS,
                            String.join(
                                ",", seen.days().stream().map(LocalDate::toString).toList()))
                        .with(SILENT, Boolean.toString(seen.silent()))));
  }

  private static Traffic traffic(Item item) {
    try {
      String days = item.text(DAYS).orElse("");
      return new Traffic(
          upTo(item),
          days.isEmpty()
              ? List.of()
              : Arrays.stream(days.split(",")).map(LocalDate::parse).toList(),
          item.text(SILENT).equals(Optional.of("true")));
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }

  private static boolean isKnown(Optional<String> known, String category) {
    return known.filter(each -> category.isEmpty() || each.equals(category)).isPresent();
  }

  private static Instant upTo(Item item) {
    try {
      return Instant.parse(item.text(UP_TO).orElse(""));
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
