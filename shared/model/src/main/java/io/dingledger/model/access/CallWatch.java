package io.dingledger.model.access;

import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Is told of each call to an outside system how long it took and how it ended; learns nothing of
 * what was asked or answered. It never throws anything of its own, and changes no outcome.
 */
public interface CallWatch {
  /** Looks away. */
  CallWatch NONE =
      new CallWatch() {
        @Override
        public <T> T watched(
            String system,
            String call,
            Supplier<T> doing,
            Function<T, Optional<FailureKind>> failure) {
          return doing.get();
        }
      };

  /**
   * Makes a call and watches it.
   *
   * @param system which system, one of a few stable words, for example {@code dingtalk}
   * @param call what is asked of it, one of a few stable words, for example {@code approval}
   * @param doing makes the call
   * @param failure how the outcome failed; empty when it did not
   */
  <T> T watched(
      String system, String call, Supplier<T> doing, Function<T, Optional<FailureKind>> failure);

  /** The same for a call whose failure is an {@link Answer.Failed}. */
  default <T> Answer<T> answered(String system, String call, Supplier<Answer<T>> doing) {
    return watched(
        system,
        call,
        doing,
        answer ->
            switch (answer) {
              case Answer.Got<T> got -> Optional.empty();
              case Answer.Failed<T> failed -> Optional.of(failed.failure().kind());
            });
  }
}
