package io.dingledger.platform.codec;

/** A text that is not what a codec reads. The message names the place, never the content. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String place) {
    super("unreadable: " + place);
  }
}
