package io.dingledger.local.packages;

import io.dingledger.model.failure.Reason;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param function the function's logical id
 * @param what what was looked at, in Chinese and English
 * @param wrong what was found instead; empty when all is well
 */
public record Check(String function, String what, Optional<String> wrong) {
  static Check that(String function, String what, boolean holds, Object found) {
    return new Check(function, what, holds ? Optional.empty() : Optional.of(String.valueOf(found)));
  }

  /** Whether all is well. */
  public boolean isFine() {
    return wrong.isEmpty();
  }

  /** What a person is told when it does not hold. */
  Optional<Reason> fault() {
    return wrong.map(found -> Reason.of(NativeTestFault.CHECK_FAILED, function, what, found));
  }
}
