package io.dingledger.rules;

import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.voucher.Voucher;
import java.util.List;

/** What a rule book makes of an approved document. */
public sealed interface Translation {
  /** The name of a document's kind, as rule books spell it. */
  static String kindOf(SourceDocument document) {
    return switch (document) {
      case ExpenseClaim claim -> "expenseClaim";
    };
  }

  /** One or more balanced vouchers. */
  record Vouchers(SourceDocument document, List<Voucher> vouchers) implements Translation {
    public Vouchers {
      vouchers = List.copyOf(vouchers);
    }
  }

  /**
   * A person must look at it, for these reasons; all of them at once.
   *
   * @param kind the document's kind if it was recognised, otherwise empty
   */
  record Held(String kind, List<Reason> reasons) implements Translation {
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  /** Nothing to post, for this reason. */
  record Ignored(Reason reason) implements Translation {}
}
