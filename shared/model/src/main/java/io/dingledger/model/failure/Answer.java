package io.dingledger.model.failure;

import java.util.function.Function;

/**
 * What a reading call to an outside system gave: a value or a classed failure, never an exception.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
  /** The value. */
  record Got<T>(T value) implements Answer<T> {}

  /** Why there is none. */
  record Failed<T>(Failure failure) implements Answer<T> {}

  /** The answer with its value replaced. */
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Got<T>(T value) -> new Got<>(change.apply(value));
      case Failed<T>(Failure failure) -> new Failed<>(failure);
    };
  }
}
