package io.dingledger.embedded.template;

/** The deployment template says something that the local system cannot carry out. */
public final class TemplateUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateUnusable(String message) {
    super(message);
  }

  TemplateUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
