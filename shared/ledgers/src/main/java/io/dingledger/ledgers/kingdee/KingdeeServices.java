package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.kingdee.Access.Pass;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.net.URI;
import java.util.Optional;

/**
 * Calls Kingdee's services in either body form. A query is repeated once after a lost session;
 * nothing else is ever repeated.
 */
final class KingdeeServices {
  private final boolean positional;
  private final LedgerHttp http;
  private final Access access;
  private final URI queryAddress;
  private final URI saveAddress;
  private final URI uploadAddress;

  KingdeeServices(KingdeeSettings settings, LedgerHttp http, Access access) {
    this.positional = settings.positional();
    this.http = http;
    this.access = access;
    this.queryAddress = settings.address("DynamicFormService.ExecuteBillQuery");
    this.saveAddress = settings.address("DynamicFormService.Save");
    this.uploadAddress = settings.address("DynamicFormService.AttachmentUpload");
  }

  /** Queries, with one renewal of a lost session. */
  Answer<KingdeeReply> query(ObjectNode data) {
    return queried(bodyOf(data), true);
  }

  /** Saves a voucher, once. */
  Answer<KingdeeReply> save(ObjectNode data) {
    ObjectNode body = Json.object();
    if (positional) {
      body.set("parameters", Json.array().add(SaveRequest.FORM).add(Json.text(data)));
    } else {
      body.put("formid", SaveRequest.FORM).set("data", data);
    }
    return sent(saveAddress, Json.text(body));
  }

  /** Uploads a file, once. */
  Answer<KingdeeReply> upload(ObjectNode data) {
    return sent(uploadAddress, bodyOf(data));
  }

  /** The body of a service that takes one parameter. */
  private String bodyOf(ObjectNode data) {
    ObjectNode body = Json.object();
    if (positional) {
      ArrayNode parameters = Json.array().add(Json.text(data));
      body.set("parameters", parameters);
    } else {
      body.set("data", data);
    }
    return Json.text(body);
  }

  private Answer<KingdeeReply> queried(String body, boolean mayRenew) {
    return switch (access.pass(queryAddress)) {
      case Answer.Failed<Pass>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Pass>(Pass pass) -> {
        Answer<KingdeeReply> answer = exchanged(queryAddress, body, pass, Errand.ASK);
        yield endsSession(answer) && access.renew(pass) && mayRenew ? queried(body, false) : answer;
      }
    };
  }

  private Answer<KingdeeReply> sent(URI target, String body) {
    return switch (access.pass(target)) {
      case Answer.Failed<Pass>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Pass>(Pass pass) -> {
        Answer<KingdeeReply> answer = exchanged(target, body, pass, Errand.SEND);
        if (endsSession(answer)) {
          access.renew(pass);
        }
        yield answer;
      }
    };
  }

  private static boolean endsSession(Answer<KingdeeReply> answer) {
    return answer instanceof Answer.Got<KingdeeReply>(KingdeeReply reply)
        && Verdict.endsSession(reply);
  }

  private Answer<KingdeeReply> exchanged(URI target, String body, Pass pass, Errand errand) {
    Exchange exchange = http.exchange(HttpCall.postJson(target, pass.headers(), body));
    Optional<Failure> failure = KingdeeForm.FAILURES.ofTransport(exchange, errand);
    if (failure.isPresent()) {
      if (failure.get().kind() == FailureKind.CONFIG) {
        access.renew(pass);
      }
      return new Answer.Failed<>(failure.get());
    }
    return new Answer.Got<>(KingdeeReply.read(((Exchange.Answered) exchange).body()));
  }
}
