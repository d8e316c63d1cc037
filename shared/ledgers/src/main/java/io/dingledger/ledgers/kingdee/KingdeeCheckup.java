package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict.Failed;
import io.dingledger.ledgers.Checkup.Verdict.Good;
import io.dingledger.ledgers.Checkup.Verdict.NotTold;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries a connection out by queries alone. The right to add vouchers and whether the period is open
 * can't be told without adding one.
 */
final class KingdeeCheckup {
  /** Failures of the log-in itself; any other means that the server was not reached or not it. */
  private static final Set<String> ABOUT_CREDENTIALS =
      Set.of(
          LedgerReason.LOGIN_REFUSED.code(),
          LedgerReason.APP_ID_UNUSABLE.code(),
          "HTTP-401",
          "HTTP-403");

  private final KingdeeSettings settings;
  private final KingdeeServices services;
  private final List<Finding> findings = new ArrayList<>();

  KingdeeCheckup(KingdeeSettings settings, KingdeeServices services) {
    this.settings = settings;
    this.services = services;
  }

  /** Looks at one point after the other; after one that failed the later ones are left out. */
  Checkup made() {
    if (letsUsIn() && showsVouchers() && hasTheBook()) {
      findings.add(new Finding(Point.PERIOD, new NotTold()));
    }
    return new Checkup(findings);
  }

  /** The query that the vendor's own SDK uses as a heartbeat. */
  private boolean letsUsIn() {
    Optional<Failure> failure = failure(one("BD_Currency", "FCODE", "FNUMBER='PRE001'"));
    if (failure.isEmpty() || wasAnsweredByKingdee(failure.get())) {
      return good(Point.REACHABLE) && good(Point.CREDENTIALS);
    }
    boolean refused =
        failure.get().kind() == FailureKind.TOKEN
            || ABOUT_CREDENTIALS.contains(failure.get().code());
    if (!refused) {
      return failed(Point.REACHABLE, failure.get());
    }
    good(Point.REACHABLE);
    return failed(Point.CREDENTIALS, failure.get());
  }

  /** A refusal of Kingdee's own has its MsgCode as code: it let us in and minds what we ask. */
  private static boolean wasAnsweredByKingdee(Failure failure) {
    return failure.kind() != FailureKind.TOKEN && failure.code().matches("[0-9]{1,4}");
  }

  /** Also tells whether the field of the key is there. */
  private boolean showsVouchers() {
    String filter = "FAccountBookID.FNumber='" + settings.book().number() + "'";
    Optional<Failure> failure =
        failure(one(SaveRequest.FORM, "FVOUCHERID," + settings.keyField(), filter));
    if (failure.isPresent()) {
      return failed(Point.PERMISSION, failure.get());
    }
    return findings.add(new Finding(Point.PERMISSION, new NotTold()));
  }

  private boolean hasTheBook() {
    String number = settings.book().number();
    Answer<KingdeeReply> answer =
        services.query(one("BD_AccountBook", "FNUMBER", "FNUMBER='" + number + "'"));
    return switch (answer) {
      case Answer.Got<KingdeeReply>(KingdeeReply.Rows(var rows)) ->
          rows.isEmpty()
              ? failed(
                  Point.BOOK,
                  KingdeeForm.FAILURES.of(
                      FailureKind.CONFIG, LedgerReason.NAME_UNKNOWN, "账簿", number))
              : good(Point.BOOK);
      case Answer.Got<KingdeeReply>(KingdeeReply.Status refused) ->
          findings.add(new Finding(Point.BOOK, new NotTold()));
      case Answer.Got<KingdeeReply>(KingdeeReply unclear) ->
          failed(Point.BOOK, Verdict.ofNoRows(unclear));
      case Answer.Failed<KingdeeReply>(Failure failure) -> failed(Point.BOOK, failure);
    };
  }

  private static ObjectNode one(String form, String fields, String filter) {
    return Json.object()
        .put("FormId", form)
        .put("FieldKeys", fields)
        .put("FilterString", filter)
        .put("OrderString", "")
        .put("TopRowCount", 0)
        .put("StartRow", 0)
        .put("Limit", 1);
  }

  private Optional<Failure> failure(ObjectNode query) {
    return switch (services.query(query)) {
      case Answer.Got<KingdeeReply>(KingdeeReply.Rows rows) -> Optional.empty();
      case Answer.Got<KingdeeReply>(KingdeeReply notRows) -> Optional.of(Verdict.ofNoRows(notRows));
      case Answer.Failed<KingdeeReply>(Failure failure) -> Optional.of(failure);
    };
  }

  private boolean good(Point point) {
    return findings.add(new Finding(point, new Good()));
  }

  private boolean failed(Point point, Failure failure) {
    findings.add(new Finding(point, new Failed(failure)));
    return false;
  }
}
