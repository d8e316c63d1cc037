package io.dingledger.rules.written;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every written document has.
 *
 * @param id its identifier
 * @param stated whether the text states it
 * @param businessId the approval number; the identifier where none is stated
 * @param title its title, may be empty
 * @param person who started it, or whose attendance it is
 * @param date the day of approval, or of attendance
 * @param people everybody whom the document names
 * @param zone the zone in which its days are days
 */
record Envelope(
    String id,
    boolean stated,
    String businessId,
    String title,
    Person person,
    LocalDate date,
    PeopleInline people,
    ZoneId zone) {
  /**
   * How documents of a text are identified.
   *
   * @param fallback the identifier of one that states none
   * @param prefix what stands before every identifier
   * @param mustBeStated whether each must state its own
   */
  record Identity(String fallback, String prefix, boolean mustBeStated) {}

  /**
   * Reads it.
   *
   * @param identity how it is identified
   * @param people whom the document may name
   */
  static Envelope read(Part part, Identity identity, PeopleInline people, ZoneId zone) {
    String id = identity.mustBeStated() ? part.text("id") : part.text("id", identity.fallback());
    boolean stated = part.value("id").isPresent();
    int longest = DocumentId.LONGEST - identity.prefix().length();
    if (id.length() > longest) {
      part.fault("id", WrittenFault.ID_TOO_LONG, longest);
      id = "?";
    }
    if (id.codePoints().anyMatch(Envelope::isUnseen)) {
      part.fault("id", WrittenFault.ID_UNSEEN);
      id = "?";
    }
    Person person = part.person("person", people).orElseGet(() -> new Person("", "", ""));
    return new Envelope(
        identity.prefix() + id,
        stated,
        part.text("businessId", id),
        part.text("title", ""),
        person,
        part.date("date"),
        people,
        zone);
  }

  /** Two ids that look the same would be two documents, and a line break forges a line of a log. */
  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  Department department() {
    return people.departmentOf(person);
  }

  /**
   * The header of a typed document under another identifier than the fallback, if none is stated.
   */
  DocumentHeader header(DocumentId otherwise, List<String> fields) {
    Map<String, String> origins = new LinkedHashMap<>();
    fields.forEach(field -> origins.put(field, "as written"));
    return new DocumentHeader(
        stated ? new DocumentId(id) : otherwise,
        businessId,
        title,
        person,
        department(),
        date,
        List.of(),
        origins);
  }
}
