package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps vouchers across restarts, one JSON line each. A line is handed to the operating system
 * before the voucher counts as booked, so it survives the death of this process, though not a power
 * cut. A half-written last line is left out and ended.
 */
final class SandboxJournal {
  private final Optional<Path> file;

  private SandboxJournal(Optional<Path> file) {
    this.file = file;
  }

  static SandboxJournal nowhere() {
    return new SandboxJournal(Optional.empty());
  }

  static SandboxJournal in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new SandboxJournal(Optional.of(folder.resolve("kingdee-vouchers.jsonl")));
  }

  /** All vouchers in the order in which they were booked; a later line replaces an earlier one. */
  List<SandboxVoucher> read() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return List.of();
    }
    List<SandboxVoucher> vouchers = new ArrayList<>();
    try {
      String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
      text.lines().forEach(line -> voucher(line).ifPresent(vouchers::add));
      if (!text.isEmpty() && !text.endsWith("\n")) {
        Files.writeString(file.get(), "\n", StandardOpenOption.APPEND);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return vouchers;
  }

  void append(SandboxVoucher voucher) {
    if (file.isEmpty()) {
      return;
    }
    ObjectNode line = SandboxReplies.JSON.createObjectNode();
    line.put("id", voucher.id()).put("number", voucher.number()).put("status", voucher.status());
    line.set("model", voucher.model());
    try {
      Files.write(
          file.get(),
          (SandboxReplies.text(line) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<SandboxVoucher> voucher(String line) {
    try {
      JsonNode tree = SandboxReplies.JSON.readTree(line);
      return tree.path("model") instanceof ObjectNode model
          ? Optional.of(
              new SandboxVoucher(
                  tree.path("id").asLong(),
                  tree.path("number").asInt(),
                  tree.path("status").asText(),
                  model))
          : Optional.empty();
    } catch (JsonProcessingException halfWritten) {
      return Optional.empty();
    }
  }
}
