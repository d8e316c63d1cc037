package io.dingledger.translate;

/**
 * The worker's process ends: an error, not an exception, so that nothing catches it and goes on.
 */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;
}
