package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.client.Fields.text;
import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.DingTalk.FailedPushes;
import io.dingledger.dingtalk.DingTalk.InstancePage;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.failure.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lists by which missed documents are found. */
final class ListReader {
  private ListReader() {}

  /**
   * A page of instance ids (API0501). DingTalk ends the list by leaving {@code nextToken} out or
   * empty.
   *
   * @param asked the token of this page
   */
  static Answer<InstancePage> instances(long asked, JsonNode content) {
    JsonNode result = field(content, "result");
    JsonNode list = field(result, "list");
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : list) {
      String id = scalar(entry).strip();
      if (Fields.isInstanceId(id)) {
        ids.add(id);
      }
    }
    boolean nothing = list.isMissingNode() && Fields.isTrue(content, "success");
    boolean complete = nothing || (list.isArray() && ids.size() == list.size());
    String token = text(result, "nextToken");
    Optional<Long> next = Fields.cursor(result, "nextToken");
    boolean ends = token.isEmpty() || token.equals("0");
    if (!result.isObject() || !complete || !(ends || next.isPresent())) {
      return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
    }
    return next.filter(later -> later <= asked).isPresent()
        ? new Answer.Failed<>(DingTalkFault.ENDLESS_PAGES.failure())
        : new Answer.Got<>(new InstancePage(ids, next));
  }

  /** Pushes that failed (API0015), whatever they look like: the next call clears them. */
  static Answer<FailedPushes> failedPushes(JsonNode content) {
    JsonNode list = field(content, "failed_list");
    boolean flagged = !text(content, "has_more").isEmpty();
    if (!list.isArray() && !(list.isMissingNode() && flagged)) {
      return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
    }
    List<String> rows = new ArrayList<>();
    list.forEach(row -> rows.add(JsonTexts.render(row)));
    return new Answer.Got<>(new FailedPushes(rows, Fields.isTrue(content, "has_more")));
  }
}
