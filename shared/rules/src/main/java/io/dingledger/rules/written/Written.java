package io.dingledger.rules.written;

import io.dingledger.rules.Finding;
import io.dingledger.rules.simulation.CaseDocument;
import java.util.List;

/** What reading a text of written documents gave. */
public sealed interface Written {
  /** The documents, at least one, in their order. */
  record Documents(List<CaseDocument> documents) implements Written {
    public Documents {
      documents = List.copyOf(documents);
    }
  }

  /** Every fault at once, from top to bottom; none of the documents can be used. */
  record Faulty(List<Finding> faults) implements Written {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
