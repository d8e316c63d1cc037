package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackRefusalTest {
  @ParameterizedTest
  @EnumSource(CallbackRefusal.class)
  void only_the_form_of_a_request_is_told_apart(CallbackRefusal refusal) {
    int status =
        switch (refusal) {
          case BODY_TOO_LARGE -> 413;
          case BODY_NOT_JSON, ENCRYPT_MISSING, PARAMETER_MISSING -> 400;
          default -> 403;
        };
    assertEquals(status, refusal.httpStatus());
  }
}
