package io.dingledger.platform.store;

import io.dingledger.model.access.TokenKey;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.access.Escape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where everything lies in the table. Free parts are escaped so that no two of them give the same
 * key ({@link Escape}), and {@code #} separates parts only.
 */
final class Keys {
  /** Shards of the index of what is due, so that no single partition takes every write. */
  static final int DUE_SHARDS = 8;

  /** In so many places stands that a month of pay is closed: each booking asks one of them. */
  static final int PAY_CLOSED_PLACES = 16;

  /** The partition that lists the tenants. */
  static final String TENANTS = "TENANTS";

  /** The partition that lists the messages in quarantine. */
  static final String QUARANTINE = "QUARANTINE";

  /** What stands before the code of a form among the patrol's notes. */
  static final String FORM = "form#";

  /** What stands before a version among the lives of a tenant's rule books. */
  static final String LIFE = "version#";

  private static final int LONGEST_FREE = 128;
  private static final String SUITE = "S#";
  private static final String TENANT = "T#";
  private static final String DOCUMENT = "#D#";
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern DOCUMENT_PARTITION = Pattern.compile("T#([^#]+)#D#([^#]+)");
  private static final Pattern POSITION =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z#[0-9a-f]{32}");

  private Keys() {}

  static Key record(Tenant tenant, DocumentId document) {
    return new Key(document(tenant, document), "record");
  }

  static Key raw(Tenant tenant, DocumentId document) {
    return new Key(document(tenant, document), "raw");
  }

  static Key voucher(Tenant tenant, DocumentId document, VoucherKey key) {
    return new Key(document(tenant, document), "voucher#" + key.value());
  }

  static Key timeline(Tenant tenant, DocumentId document, long part) {
    return new Key(document(tenant, document), "timeline#" + number("%08d", part));
  }

  static Key settings(Tenant tenant) {
    return new Key(TENANT + escaped(tenant.id()), "settings");
  }

  static Key ruleBook(Tenant tenant, String version) {
    return new Key(TENANT + escaped(tenant.id()) + "#R#" + escaped(version), "text");
  }

  /** Where a version of a rule book stands. */
  static Key life(Tenant tenant, String version) {
    return new Key(lives(tenant), LIFE + brief(version));
  }

  /** What is in force when. */
  static Key shelf(Tenant tenant) {
    return new Key(lives(tenant), "shelf");
  }

  static String lives(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#V";
  }

  /** A document under its approval number. */
  static Key sibling(Tenant tenant, String businessId, DocumentId document) {
    return new Key(siblings(tenant, businessId), escaped(document.value()));
  }

  static String siblings(Tenant tenant, String businessId) {
    return TENANT + escaped(tenant.id()) + "#B#" + brief(businessId);
  }

  static Key person(Tenant tenant, String userId) {
    return new Key(people(tenant), brief(userId));
  }

  static String people(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#P";
  }

  static Key department(Tenant tenant, String departmentId) {
    return new Key(departments(tenant), brief(departmentId));
  }

  static String departments(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#O";
  }

  static Key mark(Tenant tenant, LocalDate day, String userId) {
    return new Key(marks(tenant), day + "#" + brief(userId));
  }

  static String marks(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#M";
  }

  static Key chore(Tenant tenant, String chore) {
    return new Key(notes(tenant), "chore#" + escaped(chore));
  }

  static Key form(Tenant tenant, String processCode) {
    return new Key(notes(tenant), FORM + brief(processCode));
  }

  static String notes(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#N";
  }

  /** A month of pay. */
  static Key payMonth(Tenant tenant, YearMonth month) {
    return new Key(payMonths(tenant), month.toString());
  }

  static String payMonths(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#Z";
  }

  /** What stands where a month of pay is closed, in that one of its places that a document asks. */
  static Key payClosed(Tenant tenant, YearMonth month, DocumentId document) {
    int digit = Integer.parseInt(Digests.sha256(document.value()).substring(0, 1), 16);
    return payClosed(tenant, month, digit);
  }

  static Key payClosed(Tenant tenant, YearMonth month, int place) {
    return new Key(payMonths(tenant) + "#" + month + "#" + place % PAY_CLOSED_PLACES, "closed");
  }

  /** The pay items that one write of a document booked in a month. */
  static Key paySheet(Tenant tenant, YearMonth month, DocumentId document, long write, int part) {
    return new Key(
        paySheets(tenant, month),
        paySheetsOf(document) + number("%010d", write) + "#" + number("%04d", part));
  }

  static String paySheets(Tenant tenant, YearMonth month) {
    return TENANT + escaped(tenant.id()) + "#W#" + month;
  }

  /** What stands before the pay items of a document in a month. */
  static String paySheetsOf(DocumentId document) {
    return brief(document.value()) + "#";
  }

  /** A pay item among those of its person and year. */
  static Key payItem(Tenant tenant, PersonYear of, PayItemId id) {
    return new Key(personYear(tenant, of), id.value());
  }

  /** Counts the writes to a person's year; before all its items, so that it is read first. */
  static Key payCount(Tenant tenant, PersonYear of) {
    return new Key(personYear(tenant, of), "#");
  }

  static String personYear(Tenant tenant, PersonYear of) {
    return TENANT + escaped(tenant.id()) + "#Y#" + brief(of.userId()) + "#" + of.year();
  }

  /** The gate before the tenant's ledger. */
  static Key gate(Tenant tenant) {
    return new Key(TENANT + escaped(tenant.id()) + "#G", "ledger");
  }

  /** Which batch of vouchers for files is the last one. */
  static Key lastExport(Tenant tenant) {
    return new Key(exports(tenant), "last");
  }

  /** A batch of vouchers for files. */
  static Key export(Tenant tenant, int number) {
    return new Key(exports(tenant), "batch#" + number("%08d", number));
  }

  /** Each time that batch was taken away. */
  static Key exportTaken(Tenant tenant, int number) {
    return new Key(exports(tenant), "taken#" + number("%08d", number));
  }

  static String exports(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#E";
  }

  /** A voucher that was listed for files. */
  static Key exported(Tenant tenant, VoucherKey key) {
    return new Key(exported(tenant) + key.value(), "voucher");
  }

  /** In which batch that voucher is. */
  static Key exportedIn(Tenant tenant, VoucherKey key) {
    return new Key(exported(tenant) + key.value(), "batch");
  }

  private static String exported(Tenant tenant) {
    return exports(tenant) + "#V#";
  }

  /** The place of a voucher among those that wait for a batch, oldest first. */
  static Key exportWaiting(Tenant tenant, Instant at, VoucherKey key) {
    return new Key(exportsWaiting(tenant), moment(at) + "#" + key.value());
  }

  static String exportsWaiting(Tenant tenant) {
    return exports(tenant) + "#W";
  }

  /** The counted calls of a month. */
  static Key calls(Tenant tenant, YearMonth month) {
    return new Key(TENANT + escaped(tenant.id()) + "#Q", month.toString());
  }

  static Key token(TokenKey key) {
    String digest =
        Digests.sha256(escaped(key.corpId()), escaped(key.clientId()), escaped(key.apiBase()));
    return new Key(TENANT + escaped(key.tenant().id()) + "#K", digest);
  }

  /** A voucher number that is to be told to the system that its document came from. */
  static Key writeBack(Tenant tenant, DocumentId document) {
    return new Key(writeBacks(tenant), brief(document.value()));
  }

  static String writeBacks(Tenant tenant) {
    return TENANT + escaped(tenant.id()) + "#X";
  }

  static Key suite(String suiteId) {
    return new Key(SUITE + brief(suiteId), "suite");
  }

  static Key ticket(String suiteId) {
    return new Key(SUITE + brief(suiteId), "ticket");
  }

  static Key callback(String callbackKey) {
    return callbackAt("C#" + Digests.sha256(callbackKey));
  }

  /** Where the key leads at which other systems' documents arrive. */
  static Key inbound(String inboundKey) {
    return callbackAt("I#" + Digests.sha256(inboundKey));
  }

  static Key callbackAt(String partition) {
    return new Key(partition, "tenant");
  }

  static Key listedTenant(Tenant tenant) {
    return new Key(TENANTS, escaped(tenant.id()));
  }

  static Key quarantined(String queue, String messageId) {
    return new Key(QUARANTINE, Digests.sha256(queue, messageId));
  }

  static Key quarantinedBody(String queue, String messageId) {
    return new Key("Q#" + Digests.sha256(queue, messageId), "body");
  }

  /** A later part of a text that did not fit into one item. */
  static Key part(Key first, int number) {
    return new Key(first.partition(), first.sort() + "#part#" + number("%03d", number));
  }

  static String dueShard(Key record) {
    return dueShard(Integer.parseInt(Digests.sha256(record.partition()).substring(0, 1), 16));
  }

  static String dueShard(int number) {
    return "DUE#" + number % DUE_SHARDS;
  }

  static String list(Tenant tenant, DocumentState state) {
    return "L#" + escaped(tenant.id()) + "#" + state.name();
  }

  /** The position of a record in an index: a time of fixed width, then what makes it unique. */
  static String position(Instant at, Key record) {
    return moment(at) + "#" + Digests.sha256(record.partition()).substring(0, 32);
  }

  /** Stands before every position that is later than an instant, and after all others. */
  static String after(Instant at) {
    return moment(at) + "$";
  }

  static boolean isPosition(String text) {
    return POSITION.matcher(text).matches();
  }

  static Instant momentOf(String position) {
    return Instant.parse(position.substring(0, position.indexOf('#')));
  }

  /** Whose record lies at this key and which document it is; empty when it is no record. */
  static Optional<Owner> ownerOf(Key record) {
    Matcher parts = DOCUMENT_PARTITION.matcher(record.partition());
    return parts.matches() && record.sort().equals("record")
        ? Optional.of(
            new Owner(
                Tenant.verified(unescaped(parts.group(1))),
                new DocumentId(unescaped(parts.group(2)))))
        : Optional.empty();
  }

  /**
   * A free part of any length, escaped; of a long one its SHA-256. What is escaped never has {@code
   * =s} in it, so that the two never meet.
   */
  static String brief(String free) {
    return free.isEmpty() || free.length() > LONGEST_FREE
        ? "=sha256-" + Digests.sha256(escaped(free))
        : escaped(free);
  }

  static String escaped(String free) {
    return Escape.of(free);
  }

  static String unescaped(String escaped) {
    return Escape.undone(escaped);
  }

  private static String document(Tenant tenant, DocumentId document) {
    return TENANT + escaped(tenant.id()) + DOCUMENT + escaped(document.value());
  }

  private static String moment(Instant at) {
    Instant sortable = at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
    return MOMENT.format(sortable);
  }

  /** A number in digits of ASCII, whatever the machine's language. */
  private static String number(String format, Object number) {
    return String.format(Locale.ROOT, format, number);
  }

  /** Whose a document is. */
  record Owner(Tenant tenant, DocumentId document) {}
}
