package io.dingledger.runtime;

/** What became of one invocation. */
public sealed interface Invocation {
  /**
   * The function answered.
   *
   * @param json its answer
   */
  record Answered(String json) implements Invocation {}

  /**
   * The function reported an error, of an event or of its own start.
   *
   * @param type the error's type as the function named it
   * @param json what it says of it
   */
  record Failed(String type, String json) implements Invocation {}

  /** It took longer than the function may; its process was ended, as Lambda does. */
  record TimedOut() implements Invocation {}

  /**
   * The process ended before it answered.
   *
   * @param exitCode its exit code
   */
  record Crashed(int exitCode) implements Invocation {}

  /** In a few words, for a log or a complaint. */
  default String inWords() {
    return switch (this) {
      case Answered answered -> "answered";
      case Failed(String type, String json) -> "failed: " + type + " " + json;
      case TimedOut late -> "timed out";
      case Crashed(int exitCode) -> "crashed with exit code " + exitCode;
    };
  }
}
