package io.dingledger.rules;

import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import java.util.List;
import java.util.Optional;

/** What a rule book makes of a document. */
public sealed interface Translation {
  /** One or more balanced vouchers. */
  record Vouchers(SourceDocument document, List<Voucher> vouchers) implements Translation {
    public Vouchers {
      vouchers = List.copyOf(vouchers);
    }
  }

  /**
   * Pay items, which wait for the close of their month.
   *
   * @param items at least one
   * @param vouchers what the same document records at once; mostly none
   */
  record Accrued(SourceDocument document, List<PayItem> items, List<Voucher> vouchers)
      implements Translation {
    public Accrued {
      items = List.copyOf(items);
      vouchers = List.copyOf(vouchers);
    }
  }

  /**
   * A person must look at it, for these reasons; all of them at once.
   *
   * @param kind the word of the document's kind if it was recognised, otherwise empty
   * @param document the typed document, as far as it could be typed
   */
  record Held(String kind, Optional<SourceDocument> document, List<Reason> reasons)
      implements Translation {
    public Held {
      reasons = List.copyOf(reasons);
    }

    /** Held before it could be typed. */
    public Held(String kind, List<Reason> reasons) {
      this(kind, Optional.empty(), reasons);
    }

    /** Held although it is typed. */
    public static Held of(SourceDocument document, List<Reason> reasons) {
      return new Held(document.kind().word(), Optional.of(document), reasons);
    }
  }

  /**
   * Nothing to post, for this reason.
   *
   * @param document the typed document, if it was typed
   */
  record Ignored(Optional<SourceDocument> document, Reason reason) implements Translation {
    /** Ignored before it was typed. */
    public Ignored(Reason reason) {
      this(Optional.empty(), reason);
    }
  }
}
