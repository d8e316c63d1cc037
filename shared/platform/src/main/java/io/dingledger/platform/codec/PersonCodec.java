package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.Person;
import java.time.LocalDate;

/** {@code {userId, name, jobNumber, departmentIds, hiredOn?, firstWorkedOn?, works}}. */
public final class PersonCodec implements JsonCodec<Person> {
  @Override
  public ObjectNode toJson(Person person) {
    ObjectNode json =
        Json.object()
            .put("userId", person.userId())
            .put("name", person.name())
            .put("jobNumber", person.jobNumber());
    Json.putTexts(json, "departmentIds", person.departmentIds());
    Json.putOptional(json, "hiredOn", person.hiredOn());
    Json.putOptional(json, "firstWorkedOn", person.firstWorkedOn());
    return json.put("works", person.works());
  }

  @Override
  public Person fromJson(JsonNode json) {
    return new Person(
        Json.text(json, "userId"),
        Json.text(json, "name"),
        Json.text(json, "jobNumber"),
        Json.texts(json, "departmentIds"),
        Json.optionalText(json, "hiredOn").map(LocalDate::parse),
        Json.optionalText(json, "firstWorkedOn").map(LocalDate::parse),
        Json.yesOrNo(json, "works"));
  }
}
