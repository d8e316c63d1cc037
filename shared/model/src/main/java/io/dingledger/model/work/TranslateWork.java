package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.Tenant;

/** What the translate step is asked to do: the content of the events queue. */
public sealed interface TranslateWork {
  /** Whose it is. */
  Tenant tenant();

  /** Something happened at DingTalk. */
  record Happened(SourceEvent event) implements TranslateWork {
    @Override
    public Tenant tenant() {
      return event.tenant();
    }
  }

  /** A known document is due for another try. */
  record Again(Tenant tenant, DocumentId document) implements TranslateWork {}
}
