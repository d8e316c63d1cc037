package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.Suite;
import io.dingledger.platform.codec.SuiteCodec;
import io.dingledger.platform.codec.TenantSettingsCodec;
import java.util.Map;

/** What a command asks the operator's interface for, as {@link TenantDesk} reads it. */
final class TenantWish {
  private TenantWish() {}

  /**
   * A tenant as a file describes it.
   *
   * @param isNew whether there is to be none yet
   * @param again whether it may have an identifier that a deleted one had
   */
  static ObjectNode put(TenantFile.Valid file, String by, boolean isNew, boolean again) {
    ObjectNode wish = object(by).put("mode", isNew ? "create" : "change").put("again", again);
    wish.set("settings", new TenantSettingsCodec(new ClearBox(Map.of())).toJson(file.settings()));
    if (!file.ruleBook().isEmpty()) {
      ObjectNode book =
          wish.putObject("ruleBook")
              .put("text", file.ruleBook())
              .put("author", file.signing().author().id())
              .put("approvedBy", file.signing().approver().id());
      file.signing().from().ifPresent(from -> book.put("from", from.toString()));
    }
    return wish;
  }

  /** A third-party app as a file describes it. */
  static ObjectNode put(Suite suite, String by) {
    ObjectNode wish = object(by);
    wish.set("settings", new SuiteCodec(new ClearBox(Map.of())).toJson(suite));
    return wish;
  }

  /** Something that a person wishes. */
  static ObjectNode object(String by) {
    return JsonNodeFactory.instance.objectNode().put("by", by);
  }
}
