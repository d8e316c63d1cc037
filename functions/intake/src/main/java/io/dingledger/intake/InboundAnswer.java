package io.dingledger.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.platform.Stumble;
import io.dingledger.rules.Finding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What is answered to other systems: where the document is to be seen, or a problem (RFC 9457).
 *
 * @param status the HTTP status
 * @param type the body's media type
 */
record InboundAnswer(int status, String type, String body) {
  /** How many faults are told one by one: an answer of Lambda has at most 6 MB. */
  static final int MOST_FAULTS = 500;

  private static final System.Logger LOG = System.getLogger(InboundAnswer.class.getName());

  /**
   * The answer.
   *
   * @param accepted the status with which this sender wants to be told that all is well
   */
  static InboundAnswer of(Inbound.Outcome outcome, int accepted) {
    return switch (outcome) {
      case Inbound.Outcome.Accepted made ->
          new InboundAnswer(accepted, "application/json", accepted(made).toString());
      case Inbound.Outcome.Refused(
              InboundProblem problem,
              Reason reason,
              String log,
              List<Finding> faults) -> {
        LOG.log(System.Logger.Level.WARNING, "inbound refused: {0} {1}", problem.code(), log);
        yield problem(problem, reason, faults);
      }
      case Inbound.Outcome.Unavailable(Throwable cause) -> {
        InboundProblem problem = InboundProblem.UNAVAILABLE;
        LOG.log(
            System.Logger.Level.ERROR,
            problem.code() + ": nothing was kept: " + Stumble.places(cause));
        yield problem(problem, Reason.of(problem), List.of());
      }
    };
  }

  private static ObjectNode accepted(Inbound.Outcome.Accepted made) {
    DocumentId document = made.document();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", document.value())
        .put("message", made.messageId())
        .put(
            "see",
            "/api/tenants/"
                + segment(made.tenant().id())
                + "/documents/"
                + segment(document.value()));
  }

  private static InboundAnswer problem(
      InboundProblem problem, Reason reason, List<Finding> faults) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "urn:dingledger:problem:" + problem.code());
    body.put("title", problem.name().replace('_', ' ').toLowerCase(Locale.ROOT));
    body.put("status", problem.httpStatus());
    body.put("code", problem.code());
    body.put("zh", reason.chinese());
    body.put("en", reason.english());
    if (!faults.isEmpty()) {
      ArrayNode all = body.putArray("faults");
      faults.stream().limit(MOST_FAULTS).forEach(fault -> all.add(fault(fault)));
    }
    return new InboundAnswer(problem.httpStatus(), "application/problem+json", body.toString());
  }

  private static ObjectNode fault(Finding fault) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("line", fault.line())
        .put("column", fault.column())
        .put("code", fault.reason().code())
        .put("zh", fault.reason().chinese())
        .put("en", fault.reason().english());
  }

  private static String segment(String free) {
    return URLEncoder.encode(free, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
