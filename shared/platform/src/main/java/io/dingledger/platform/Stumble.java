package io.dingledger.platform;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.secret.KeysUnreachable;
import io.dingledger.platform.secret.SecretRefused;
import io.dingledger.platform.store.StoreRefused;
import io.dingledger.platform.store.StoreUnreachable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exception inside a step: as a failure that the retry policy understands, and as words for the
 * log. Neither holds the message of a foreign exception, which may quote what it stumbled over.
 */
public final class Stumble {
  private static final int MOST_FRAMES = 6;
  private static final int MOST_CAUSES = 4;

  private Stumble() {}

  /**
   * What may be done about it: a store, queue or key service that gives no answer is a passing
   * fault, a credential that does not open is a matter of set-up, content that the store refuses
   * stays refused, and anything else is a bug.
   */
  public static Failure failure(RuntimeException stumble) {
    FailureKind kind =
        switch (stumble) {
          case StoreUnreachable passing -> FailureKind.TRANSIENT;
          case KeysUnreachable passing -> FailureKind.TRANSIENT;
          case QueueUnreachable passing -> FailureKind.TRANSIENT;
          case SecretRefused setUp -> FailureKind.CONFIG;
          case StoreRefused content -> FailureKind.DATA;
          default -> FailureKind.POISON;
        };
    return switch (stumble) {
      case PlatformException known ->
          Failure.of(kind, "dingledger", known.reason().code(), known.reason().english());
      default -> Failure.of(kind, "dingledger", stumble.getClass().getSimpleName(), "see the log");
    };
  }

  /** The classes and places of an exception and of its causes, without their messages. */
  public static String places(Throwable stumble) {
    return Stream.iterate(stumble, each -> each != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .map(Stumble::place)
        .collect(Collectors.joining("; caused by "));
  }

  private static String place(Throwable stumble) {
    String code = stumble instanceof PlatformException known ? " " + known.reason().code() : "";
    return Arrays.stream(stumble.getStackTrace())
        .limit(MOST_FRAMES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < ", stumble.getClass().getName() + code + " at ", ""));
  }
}
