package io.dingledger.translate;

import static io.dingledger.translate.InboundFixture.CLAIM;
import static io.dingledger.translate.InboundFixture.FLOW;
import static io.dingledger.translate.InboundFixture.claim;
import static io.dingledger.translate.InboundFixture.flow;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is given for something that can happen; a new one without a case won't compile. */
class EveryInboundReasonTest {
  private static final long PAID_AT = 1_774_915_200_000L;

  private final InboundFixture fixture = new InboundFixture();

  @ParameterizedTest
  @EnumSource(InboundReason.class)
  void isGiven(InboundReason reason) {
    Reason given = fixture.record(provoke(reason)).reasons().getFirst();
    assertEquals(reason.code(), given.code());
    assertFalse(given.english().contains("{"), "all places are filled: " + given.english());
    assertFalse(given.chinese().contains("{"), "all places are filled: " + given.chinese());
  }

  private DocumentId provoke(InboundReason reason) {
    return switch (reason) {
      case CHANGED_AFTER_POSTING -> changed();
      case CONTENT_KEPT -> {
        changed();
        yield fixture
            .system
            .documents
            .list(TENANT, Optional.of(DocumentState.IGNORED), Optional.empty(), 1)
            .items()
            .getFirst()
            .id();
      }
      case UNREADABLE -> {
        fixture.receives("m-1", "{}");
        yield CLAIM;
      }
      case MISSING -> {
        fixture.system.documents.save(
            DocumentRecord.announced(
                TENANT, CLAIM, Optional.empty(), fixture.system.clock.instant()));
        fixture.system.handle(new TranslateWork.Again(TENANT, CLAIM));
        yield CLAIM;
      }
      case HOSE_NOT_CONNECTED -> {
        fixture.account = Optional.empty();
        yield news(flow("paid", "545.00", PAID_AT));
      }
      case HOSE_STATE -> news(flow("approving", "545.00", PAID_AT));
      case HOSE_FORM_TYPE ->
          news(flow("paid", "545.00", PAID_AT).replace("\"expense\"", "\"loan\""));
      case HOSE_ENDED_AFTER_POSTING -> {
        news(flow("paid", "545.00", PAID_AT));
        yield news(flow("nullify", "545.00", PAID_AT + 1));
      }
    };
  }

  private DocumentId changed() {
    fixture.receives("m-1", claim("545.00"));
    fixture.receives("m-2", claim("999.00"));
    return CLAIM;
  }

  private DocumentId news(String flow) {
    fixture.system.hose.flows.put("ID-1", flow);
    fixture.news();
    return FLOW;
  }
}
