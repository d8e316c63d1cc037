package io.dingledger.platform.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PartialBatchTest {
  private final List<String> handled = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void one_message_never_breaks_another() {
    assertEquals(
        List.of("checked", "error", "deep", "runtime"),
        failures("first", "checked", "error", "middle", "deep", "runtime", "last"));
    assertEquals(List.of("first", "middle", "last"), handled);
    assertEquals(List.of("checked", "error", "deep", "runtime"), told);
  }

  @Test
  void a_logger_that_throws_changes_nothing() {
    List<String> failures =
        PartialBatch.handle(
            List.of("runtime", "last"),
            Function.identity(),
            this::handle,
            (id, failure) -> {
              throw new IllegalStateException("no log");
            });
    assertEquals(List.of("runtime"), failures);
    assertEquals(List.of("last"), handled);
  }

  @Test
  void an_interrupt_fails_its_message_and_is_passed_on() {
    assertEquals(List.of("interrupted"), failures("interrupted"));
    assertTrue(Thread.interrupted());
  }

  @Test
  void a_broken_machine_fails_the_whole_batch() {
    assertThrows(OutOfMemoryError.class, () -> failures("first", "memory", "last"));
  }

  @Test
  void an_empty_batch_has_no_failures() {
    assertEquals(List.of(), failures());
  }

  private List<String> failures(String... messages) {
    return PartialBatch.handle(
        List.of(messages), Function.identity(), this::handle, (id, failure) -> told.add(id));
  }

  private void handle(String message) throws Exception {
    switch (message) {
      case "checked" -> throw new Exception("checked");
      case "error" -> throw new AssertionError("error");
      case "deep" -> throw new StackOverflowError();
      case "runtime" -> throw new IllegalStateException("runtime");
      case "interrupted" -> throw new InterruptedException();
      case "memory" -> throw new OutOfMemoryError();
      default -> handled.add(message);
    }
  }
}
