package io.dingledger.ledgers.conformance;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.VoucherKey;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger with a stand-in behind it, as the conformance suite needs it. The stand-in keeps its own
 * books, makes trouble on demand, and shares no code with the adapter. Time-outs are short.
 */
public interface LedgerUnderTest extends AutoCloseable {
  /** The two kinds of request. */
  enum Request {
    ASK,
    SEND
  }

  /** What can go wrong with a request. */
  enum Trouble {
    TIME_OUT_BEFORE_COMMIT,
    TIME_OUT_AFTER_COMMIT,
    RESET_BEFORE_COMMIT,
    RESET_AFTER_COMMIT,
    SERVER_ERROR_BEFORE_COMMIT,
    SERVER_ERROR_AFTER_COMMIT,
    THROTTLED,
    /** With a stated wait of seven seconds. */
    THROTTLED_WITH_WAIT,
    SESSION_LOST,
    PAGE_WITH_STATUS_200,
    ERROR_INSIDE_STATUS_200,
    MALFORMED_ANSWER,
    ANSWER_CUT_SHORT,
    EMPTY_ANSWER,
    HUGE_ANSWER,
    SLOW_ANSWER,
    /** Of a sending request: the ledger says that debit and credit differ, and books nothing. */
    REFUSED_AS_UNBALANCED
  }

  /** What a ledger may refuse. */
  enum Refusal {
    CLOSED_PERIOD,
    UNKNOWN_ACCOUNT,
    MISSING_DIMENSION,
    INACTIVE_DEPARTMENT,
    UNKNOWN_BOOK
  }

  /**
   * Accounts of the stand-in's book.
   *
   * @param expense takes debits and needs a dimension
   * @param expenseDimensions what it needs
   * @param payable takes credits
   * @param payableDimensions what it needs
   * @param unknown does not exist
   * @param inactive dimensions like {@code expenseDimensions}, with a department that is closed
   * @param foreign the ISO code of a foreign currency that the book knows; empty when this type
   *     takes no lines in foreign currencies
   */
  record Chart(
      String expense,
      Map<Dimension, String> expenseDimensions,
      String payable,
      Map<Dimension, String> payableDimensions,
      String unknown,
      Map<Dimension, String> inactive,
      Optional<String> foreign) {}

  /** The adapter, always the same one. */
  Ledger ledger();

  /**
   * An adapter whose connection names a book that does not exist. Called only when {@link
   * #canRefuse} an unknown book.
   */
  Ledger ledgerOfAnUnknownBook();

  /** Whether it can be asked for a key; a plain webhook can't. */
  default boolean canBeAsked() {
    return true;
  }

  /** Whether the real system refuses this by itself. */
  default boolean canRefuse(Refusal refusal) {
    return true;
  }

  /** Accounts to write vouchers with. */
  Chart chart();

  /** The adapter's description; found by the folder, since one folder holds one type. */
  default LedgerDescription description() {
    Package folder = ledger().getClass().getPackage();
    return Ledgers.types().stream()
        .filter(type -> type.getClass().getPackage().equals(folder))
        .findFirst()
        .orElseThrow()
        .description();
  }

  /**
   * An adapter whose connection is the same but for a credential that is wrong; empty for a ledger
   * without credentials.
   */
  default Optional<Ledger> ledgerWithWrongCredentials() {
    return Optional.empty();
  }

  /**
   * Every secret that this connection has, in clear, and every token or session that the stand-in
   * gave out so far; none of them may ever be seen. Asked for after each case.
   */
  default List<String> secrets() {
    return List.of();
  }

  /** Host and port of the stand-in, for what stands between; empty where nothing can. */
  default Optional<URI> address() {
    return Optional.empty();
  }

  /**
   * A new adapter that knows no token or session yet, whose requests go to this host and port
   * instead of the stand-in's. Where the credential for fetching tokens changes with each of them,
   * it begins with a new one, which a fetch of an earlier adapter that is still under way cannot
   * end. Called only when there is an {@link #address}.
   */
  default Ledger ledgerAt(URI address) {
    throw new UnsupportedOperationException("no address");
  }

  /** The wait that the vendor wants after a throttle, whatever the answer states. */
  default Duration shortestWait() {
    return Duration.ZERO;
  }

  /** Whether the ledger keeps amounts to the thousandth, as currencies such as KWD need it. */
  default boolean keepsThousandths() {
    return false;
  }

  /** Whether one key can be in the book twice, by the hand of a person; see {@link #bookAgain}. */
  default boolean canHoldAKeyTwice() {
    return canBeAsked();
  }

  /** Whether this ledger can have this trouble; a ledger without sessions cannot lose one. */
  boolean canHave(Trouble trouble);

  /** The next request of this kind has this trouble. */
  void next(Request request, Trouble trouble);

  /** Closes a period in the book. */
  void close(YearMonth period);

  /** How many vouchers carry the key, in the stand-in's own books. */
  int countWithKey(VoucherKey key);

  /** How many requests of this kind have arrived. */
  int requests(Request request);

  /** Books the voucher with this key once more, by hand. */
  void bookAgain(VoucherKey key);

  @Override
  void close();
}
