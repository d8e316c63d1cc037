package io.dingledger.local.torture.ledger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.torture.ledger.Booked.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger's own book: one line of JSON per voucher, on the disk before anybody hears of it. It
 * takes whatever it is sent, a second voucher with the same key as well: keeping doubles out is the
 * sender's promise.
 */
public final class Book implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final FileChannel file;
  private final List<Booked> all = new ArrayList<>();
  private final Map<String, List<Booked>> byKey = new HashMap<>();

  /**
   * Opens a book, a new one if need be.
   *
   * @throws UncheckedIOException when the file can't be used
   */
  public Book(Path path) {
    try {
      Files.createDirectories(path.getParent());
      file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      read(path).forEach(this::take);
    } catch (IOException unusable) {
      throw new UncheckedIOException("the book " + path + " can't be used", unusable);
    }
  }

  /**
   * All vouchers of a book on the disk, in order.
   *
   * @throws UncheckedIOException when it can't be read
   */
  public static List<Booked> read(Path path) {
    try {
      List<Booked> found = new ArrayList<>();
      for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        found.add(booked(JSON.readTree(line)));
      }
      return found;
    } catch (IOException unusable) {
      throw new UncheckedIOException("the book " + path + " can't be read", unusable);
    }
  }

  /** Books a voucher; returns when it is on the disk. */
  synchronized Booked book(
      String company, String key, String document, String purpose, List<Line> lines) {
    Booked booked = new Booked(company, key, document, purpose, all.size() + 1, lines);
    try {
      byte[] line = (json(booked) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(false);
    } catch (IOException full) {
      throw new UncheckedIOException("the book can't be written", full);
    }
    take(booked);
    return booked;
  }

  /** What a company's book holds under a key. */
  synchronized List<Booked> held(String company, String key) {
    return List.copyOf(byKey.getOrDefault(company + " " + key, List.of()));
  }

  /** All vouchers, in order. */
  public synchronized List<Booked> all() {
    return List.copyOf(all);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("the book can't be closed", failed);
    }
  }

  private void take(Booked booked) {
    all.add(booked);
    byKey
        .computeIfAbsent(booked.company() + " " + booked.key(), key -> new ArrayList<>())
        .add(booked);
  }

  private static ObjectNode json(Booked booked) {
    ObjectNode node = JSON.createObjectNode();
    node.put("company", booked.company()).put("key", booked.key());
    node.put("document", booked.document()).put("purpose", booked.purpose());
    node.put("number", booked.number());
    ArrayNode lines = node.putArray("lines");
    for (Line line : booked.lines()) {
      lines
          .addObject()
          .put("account", line.account())
          .put("debit", line.debit().toPlainString())
          .put("credit", line.credit().toPlainString());
    }
    return node;
  }

  private static Booked booked(JsonNode node) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : node.path("lines")) {
      lines.add(
          new Line(
              line.path("account").asText(),
              new BigDecimal(line.path("debit").asText()),
              new BigDecimal(line.path("credit").asText())));
    }
    return new Booked(
        node.path("company").asText(),
        node.path("key").asText(),
        node.path("document").asText(),
        node.path("purpose").asText(),
        node.path("number").asInt(),
        lines);
  }
}
