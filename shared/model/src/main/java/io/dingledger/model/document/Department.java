package io.dingledger.model.document;

import java.util.List;

/**
 * A department as the directory knew it when the document was translated.
 *
 * @param id DingTalk department id; the root is {@code 1} ({@code -1} in approvals)
 * @param name its name
 * @param code its code (部门编码), empty when the directory has none
 * @param parentId the department above it; empty for the root or when it is not known
 * @param path the names from the top down to this one, this one included
 */
public record Department(String id, String name, String code, String parentId, List<String> path) {
  public Department {
    path = List.copyOf(path);
  }

  /** A department of which no more is known. */
  public Department(String id, String name, String code) {
    this(id, name, code, "", List.of(name));
  }
}
