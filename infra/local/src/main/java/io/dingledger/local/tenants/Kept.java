package io.dingledger.local.tenants;

/** Stands for a secret that stays as it is stored; its own value is not known here. */
final class Kept {
  /** Nobody can type it, and no file can hold it. */
  static final String MARK = "\0kept";

  private Kept() {}

  static boolean is(String text) {
    return text.equals(MARK);
  }
}
