package io.dingledger.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies in the queues, on disk: an append-only file with one JSON document per line.
 *
 * <p>Each change is handed to the operating system before the method returns, so it survives the
 * death of this process ({@code SIGKILL} included), though not necessarily a power cut. A line that
 * the process could not finish was never acknowledged and is dropped on the next start. The file is
 * rewritten with the live content on each start and when it has grown far beyond that content.
 *
 * <p>A message is known by its identifier alone: putting it under another queue moves it, in one
 * single write.
 */
final class QueueJournal implements AutoCloseable {

  private static final String JOURNAL_FILE = "queues.journal";
  private static final String LOCK_FILE = "queues.lock";
  private static final int SMALLEST_REWRITE = 20_000;
  private static final int REWRITE_FACTOR = 4;

  /**
   * One line of the journal; exactly one component is set.
   *
   * @param queue a queue created or changed
   * @param message a message added or changed
   * @param removedMessage identifier of a message that is gone
   * @param purgedQueue name of a queue that lost all its messages
   * @param deletedQueue name of a queue that is gone with its messages
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      StoredQueue queue,
      StoredMessage message,
      String removedMessage,
      String purgedQueue,
      String deletedQueue) {

    static Line of(StoredQueue queue) {
      return new Line(queue, null, null, null, null);
    }

    static Line of(StoredMessage message) {
      return new Line(null, message, null, null, null);
    }
  }

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, StoredQueue> queues = new LinkedHashMap<>();
  private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
  private final Path file;
  private final FileChannel lockChannel;
  private FileChannel channel;
  private int lines;
  private boolean broken;

  /**
   * Reads the journal of a folder, or begins one.
   *
   * @param folder where the journal lies; created if missing
   * @throws IllegalStateException if another process or journal uses the folder
   */
  QueueJournal(Path folder) {
    try {
      Files.createDirectories(folder);
      file = folder.resolve(JOURNAL_FILE);
      lockChannel = lock(folder.resolve(LOCK_FILE));
      try {
        replay();
        rewrite();
      } catch (IOException | RuntimeException exception) {
        lockChannel.close();
        throw exception;
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot open the queues in " + folder, exception);
    }
  }

  /** The queues, each after its dead-letter queue. */
  synchronized List<StoredQueue> queues() {
    Map<String, StoredQueue> ordered = new LinkedHashMap<>();
    queues.values().forEach(queue -> addAfterDeadLetters(queue, ordered, queues.size()));
    return List.copyOf(ordered.values());
  }

  /** The messages of a queue. */
  synchronized List<StoredMessage> messages(String queue) {
    return messages.values().stream().filter(message -> message.queue().equals(queue)).toList();
  }

  /** Keeps a queue and its present attributes. */
  synchronized void put(StoredQueue queue) {
    if (!queue.equals(queues.get(queue.name()))) {
      write(Line.of(queue));
    }
  }

  /** Keeps a new message, or moves a known one. */
  synchronized void put(StoredMessage message) {
    write(Line.of(message));
  }

  /** Keeps a message's new state, unless it has left the queue meanwhile. */
  synchronized void update(StoredMessage message) {
    if (liesIn(message.identifier(), message.queue())) {
      write(Line.of(message));
    }
  }

  /** Forgets a message, unless it has left the queue meanwhile. */
  synchronized void remove(String queue, String identifier) {
    if (liesIn(identifier, queue)) {
      write(new Line(null, null, identifier, null, null));
    }
  }

  /** Forgets all messages of a queue. */
  synchronized void purge(String queue) {
    write(new Line(null, null, null, queue, null));
  }

  /** Forgets a queue and its messages. */
  synchronized void delete(String queue) {
    write(new Line(null, null, null, null, queue));
  }

  /**
   * Fails if this journal cannot be trusted any more.
   *
   * @throws IllegalStateException if it is closed or a write failed
   */
  synchronized void requireWritable() {
    if (broken) {
      throw new IllegalStateException("the journal " + file + " is closed or failed before");
    }
  }

  /** Closes the file; what was written stays. */
  @Override
  public synchronized void close() {
    broken = true;
    try {
      try {
        channel.close();
      } finally {
        lockChannel.close();
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot close " + file, exception);
    }
  }

  private boolean liesIn(String identifier, String queue) {
    StoredMessage known = messages.get(identifier);
    return known != null && known.queue().equals(queue);
  }

  private void write(Line line) {
    requireWritable();
    try {
      append(channel, List.of(line));
      apply(line);
      lines++;
      if (lines > Math.max(SMALLEST_REWRITE, REWRITE_FACTOR * (queues.size() + messages.size()))) {
        channel.close();
        rewrite();
      }
    } catch (IOException exception) {
      broken = true;
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }

  private void apply(Line line) {
    if (line.queue() != null) {
      queues.put(line.queue().name(), line.queue());
    } else if (line.message() != null) {
      messages.put(line.message().identifier(), line.message());
    } else if (line.removedMessage() != null) {
      messages.remove(line.removedMessage());
    } else {
      String emptied = line.purgedQueue() != null ? line.purgedQueue() : line.deletedQueue();
      messages.values().removeIf(message -> message.queue().equals(emptied));
      queues.remove(line.deletedQueue());
    }
  }

  private void replay() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] content = Files.readAllBytes(file);
    int start = 0;
    for (int index = 0; index < content.length; index++) {
      if (content[index] == '\n') {
        apply(mapper.readValue(content, start, index - start, Line.class));
        start = index + 1;
      }
    }
  }

  private void rewrite() throws IOException {
    List<Line> live = new ArrayList<>();
    queues.values().forEach(queue -> live.add(Line.of(queue)));
    messages.values().forEach(message -> live.add(Line.of(message)));
    Path fresh = file.resolveSibling(JOURNAL_FILE + ".new");
    try (FileChannel target =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      append(target, live);
      target.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    lines = live.size();
  }

  private void append(FileChannel target, List<Line> added) throws IOException {
    for (Line line : added) {
      ByteBuffer bytes = ByteBuffer.wrap((json(line) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        target.write(bytes);
      }
    }
  }

  private String json(Line line) throws JsonProcessingException {
    return mapper.writeValueAsString(line);
  }

  private void addAfterDeadLetters(StoredQueue queue, Map<String, StoredQueue> ordered, int depth) {
    StoredQueue target =
        queue.deadLetterQueue() == null ? null : queues.get(queue.deadLetterQueue());
    if (target != null && depth > 0 && !ordered.containsKey(target.name())) {
      addAfterDeadLetters(target, ordered, depth - 1);
    }
    ordered.putIfAbsent(queue.name(), queue);
  }

  private static FileChannel lock(Path lockFile) throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException exception) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IllegalStateException("the queues are in use already: " + lockFile);
    }
    return channel;
  }
}
