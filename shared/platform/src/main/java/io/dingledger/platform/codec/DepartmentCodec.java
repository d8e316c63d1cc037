package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.Department;

/** {@code {id, name, code, parentId, path}}. */
public final class DepartmentCodec implements JsonCodec<Department> {
  @Override
  public ObjectNode toJson(Department department) {
    ObjectNode json =
        Json.object()
            .put("id", department.id())
            .put("name", department.name())
            .put("code", department.code())
            .put("parentId", department.parentId());
    Json.putTexts(json, "path", department.path());
    return json;
  }

  @Override
  public Department fromJson(JsonNode json) {
    return new Department(
        Json.text(json, "id"),
        Json.text(json, "name"),
        Json.text(json, "code"),
        Json.text(json, "parentId"),
        Json.texts(json, "path"));
  }
}
