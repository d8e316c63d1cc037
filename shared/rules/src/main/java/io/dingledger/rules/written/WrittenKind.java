package io.dingledger.rules.written;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.simulation.CaseDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of documents that can be written down, and how each is read. */
sealed interface WrittenKind {
  /** All of them by the word that {@code kind} states, in the order of the page on documents. */
  Map<String, WrittenKind> BY_WORD = all();

  /**
   * Reads what a document of this kind has.
   *
   * @param part its mapping, of which {@code kind} and the envelope were read
   * @param called what people call it
   * @param faults where everything about this one document goes
   * @return the document, if there is no fault
   */
  Optional<CaseDocument> read(Part part, Envelope envelope, String called, Faults faults);

  /** A kind that forms map: the fields of the kind, and its rows under {@code lines}. */
  record Form(Kind kind) implements WrittenKind {
    @Override
    public Optional<CaseDocument> read(Part part, Envelope envelope, String called, Faults faults) {
      var form = FormWriter.form(kind, part);
      part.close();
      return faults.isEmpty()
          ? Optional.of(
              new CaseDocument.Written(
                  called,
                  kind.document(),
                  FormWriter.approval(envelope, form),
                  envelope.people().directory()))
          : Optional.empty();
    }
  }

  /** A kind that is typed without a form. */
  record Typed(DocumentKind kind) implements WrittenKind {
    @Override
    public Optional<CaseDocument> read(Part part, Envelope envelope, String called, Faults faults) {
      TypedReader reader = new TypedReader(part, envelope);
      var maker = reader.document(kind);
      part.close();
      if (!faults.isEmpty()) {
        return Optional.empty();
      }
      Reading reading = new Reading(maker.get(), List.of());
      return Optional.of(
          kind == DocumentKind.PUNCH || kind == DocumentKind.DAILY_RESULT
              ? new CaseDocument.Fact(called, reading)
              : new CaseDocument.Suite(called, reading, envelope.people().directory()));
    }
  }

  private static Map<String, WrittenKind> all() {
    Map<String, WrittenKind> all = new LinkedHashMap<>();
    for (String word : Kind.formWords()) {
      all.put(word, new Form(Kind.named(word).orElseThrow()));
    }
    for (DocumentKind kind : TypedReader.KINDS) {
      all.put(kind.word(), new Typed(kind));
    }
    return Collections.unmodifiableMap(all);
  }
}
