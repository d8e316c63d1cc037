package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.SourceDocumentJson;
import io.dingledger.platform.store.DocumentStore.Sibling;
import io.dingledger.platform.store.DocumentStore.Source;
import io.dingledger.platform.support.SampleDocuments;
import io.dingledger.platform.support.Samples;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the document store keeps of the source of a document, over every table. */
abstract class SourcesContract {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final DocumentId CLAIM = new DocumentId("claim-1");
  private static final String NUMBER = "202603010001";

  Table table;
  TableDocumentStore store;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    store = new TableDocumentStore(table);
  }

  @Nested
  class The_typed_document {
    @Test
    void is_kept_beside_what_was_received_in_one_item() {
      SourceDocument claim = SampleDocuments.claim();
      byte[] noise = new byte[700 * 1024];
      new Random(7).nextBytes(noise);
      for (String raw : List.of("", "{}", "行{\"a\":1}", HexFormat.of().formatHex(noise))) {
        translate(record("claim-1", ""), new Source(raw, Optional.of(claim), Optional.empty()));
        assertEquals(Optional.of(raw), store.raw(ACME, CLAIM));
        assertEquals(Optional.of(SourceDocumentJson.text(claim)), store.typed(ACME, CLAIM));
      }
    }

    @Test
    void does_not_move_where_half_a_character_was_received() {
      SourceDocument claim = SampleDocuments.claim();
      String raw = "😀\uD83D";
      translate(record("claim-1", ""), new Source(raw, Optional.of(claim), Optional.empty()));
      assertEquals(Optional.of("😀?"), store.raw(ACME, CLAIM));
      assertEquals(Optional.of(SourceDocumentJson.text(claim)), store.typed(ACME, CLAIM));
    }

    @Test
    void is_empty_when_it_was_never_typed() {
      assertEquals(Optional.empty(), store.typed(ACME, CLAIM));
      translate(record("claim-1", ""), Samples.source("{\"title\":1}"));
      assertEquals(Optional.empty(), store.typed(ACME, CLAIM));
    }

    @Test
    void is_empty_where_only_the_answer_was_stored_by_an_earlier_version() {
      Item earlier = StoredText.into(Item.at(Keys.raw(ACME, CLAIM)), "{\"title\":1}");
      table.write(List.of(new Write.Put(earlier, Condition.NONE)));
      assertEquals(Optional.of("{\"title\":1}"), store.raw(ACME, CLAIM));
      assertEquals(Optional.empty(), store.typed(ACME, CLAIM));
    }

    @Test
    void is_refused_when_the_item_was_damaged() {
      for (long received : new long[] {-1, 3}) {
        Item damaged = Item.at(Keys.raw(ACME, CLAIM)).with("text", "{}").with("received", received);
        table.write(List.of(new Write.Put(damaged, Condition.NONE)));
        assertThrows(StoreRefused.class, () -> store.raw(ACME, CLAIM));
        assertThrows(StoreRefused.class, () -> store.typed(ACME, CLAIM));
      }
    }
  }

  @Nested
  class Siblings {
    @Test
    void are_the_translated_documents_of_one_number() {
      translate(record("first", NUMBER), sibling("first", Action.NONE));
      translate(record("second", NUMBER), sibling("second", Action.REVOKE));
      translate(record("third", "202603010002"), sibling("third", Action.NONE));
      store.save(record("announced only", NUMBER)).orElseThrow();
      assertEquals(
          List.of(of("first", Action.NONE), of("second", Action.REVOKE)),
          store.siblings(ACME, NUMBER));
    }

    @Test
    void never_belong_to_another_tenant() {
      translate(record("first", NUMBER), sibling("first", Action.NONE));
      assertEquals(List.of(), store.siblings(Samples.tenant("ACME"), NUMBER));
      assertEquals(List.of(), store.siblings(Samples.tenant("acme#B#" + NUMBER), ""));
    }

    @Test
    void are_none_without_a_number() {
      translate(record("first", ""), sibling("first", Action.NONE));
      assertEquals(List.of(), store.siblings(ACME, ""));
    }

    @Test
    void stand_under_numbers_of_any_kind_and_length() {
      String strange = "编号 #1/" + "长".repeat(3000);
      translate(record("一#%s", strange), sibling("一#%s", Action.MODIFY));
      assertEquals(List.of(of("一#%s", Action.MODIFY)), store.siblings(ACME, strange));
      assertEquals(List.of(), store.siblings(ACME, strange + "长"));
    }

    @Test
    void are_not_known_of_a_translation_that_lost() {
      DocumentRecord read = store.save(record("first", NUMBER)).orElseThrow();
      store.save(read).orElseThrow();
      assertEquals(
          Optional.empty(), store.saveTranslated(read, sibling("first", Action.NONE), List.of()));
      assertEquals(List.of(), store.siblings(ACME, NUMBER));
    }

    @Test
    void are_kept_once_however_often_a_document_is_translated() {
      translate(record("first", NUMBER), sibling("first", Action.NONE));
      DocumentRecord again = store.find(ACME, new DocumentId("first")).orElseThrow();
      translate(again, sibling("first", Action.NONE));
      assertEquals(1, store.siblings(ACME, NUMBER).size());
    }

    @Test
    void can_not_be_another_document() {
      assertThrows(
          IllegalArgumentException.class,
          () -> translate(record("first", NUMBER), sibling("second", Action.NONE)));
    }

    @Test
    void that_nobody_can_read_are_refused() {
      Item damaged = Item.at(Keys.sibling(ACME, NUMBER, CLAIM)).with("action", "UNDO");
      table.write(List.of(new Write.Put(damaged, Condition.NONE)));
      assertThrows(StoreRefused.class, () -> store.siblings(ACME, NUMBER));
    }
  }

  private void translate(DocumentRecord read, Source source) {
    DocumentRecord next = store.find(read.tenant(), read.id()).orElse(read);
    store.saveTranslated(next, source, List.of()).orElseThrow();
  }

  private static DocumentRecord record(String id, String businessId) {
    return Samples.announced("acme", id).changed().businessId(businessId).build();
  }

  private static Source sibling(String id, Action action) {
    return new Source("{}", Optional.empty(), Optional.of(of(id, action)));
  }

  private static Sibling of(String id, Action action) {
    return new Sibling(new DocumentId(id), action, Samples.NOW);
  }
}
