package io.dingledger.platform.settings;

import io.dingledger.model.failure.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Times that can't be read or don't fit each other: nothing may start with them. */
public final class TimesUnusable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  TimesUnusable(List<Reason> reasons) {
    super(
        reasons.stream()
            .map(reason -> reason.code() + ": " + reason.english() + " " + reason.chinese())
            .collect(Collectors.joining("\n")));
    this.reasons = List.copyOf(reasons);
  }

  /** Everything that is wrong. */
  public List<Reason> reasons() {
    return reasons;
  }
}
