package io.dingledger.dingtalk.document;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.ShiftSwap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the swap of shifts (换班). */
final class ShiftSwapReader {
  private final Findings findings;
  private final Sheet sheet;

  ShiftSwapReader(Findings findings, Form form) {
    this.findings = findings;
    this.sheet = new Sheet(form.components(), findings, "");
  }

  Reading read() {
    Optional<PersonNamed> applicant = applicant();
    Optional<PersonNamed> relief = one(Vocabulary.RELIEF);
    Optional<Moment> swapped = sheet.requireMoment(Vocabulary.SWAPPED);
    Optional<Moment> back = sheet.moment(Vocabulary.BACK);
    String details =
        Stream.of(Vocabulary.RELIEVE_INFO, Vocabulary.BACK_INFO)
            .map(sheet::note)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return applicant.isEmpty() || relief.isEmpty() || swapped.isEmpty()
        ? findings.unrecognised(DocumentKind.SHIFT_SWAP)
        : findings.typed(
            header ->
                new ShiftSwap(header, applicant.get(), relief.get(), swapped.get(), back, details));
  }

  /** Without such a field it is who started the approval. */
  private Optional<PersonNamed> applicant() {
    return sheet.find(Vocabulary.APPLICANT).filter(known -> !Sheet.isBlank(known)).isPresent()
        ? one(Vocabulary.APPLICANT)
        : Optional.of(People.named(findings.header().originator()));
  }

  private Optional<PersonNamed> one(Field field) {
    if (sheet.require(field).isEmpty()) {
      return Optional.empty();
    }
    List<PersonNamed> people = People.read(sheet, field, findings);
    if (people.size() > 1) {
      findings.doubtOf(field, DocumentDoubt.FIELD_AMBIGUOUS);
    }
    return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
  }
}
