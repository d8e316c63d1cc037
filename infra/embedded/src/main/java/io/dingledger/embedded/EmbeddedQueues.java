package io.dingledger.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.Limits;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.concurrent.Await;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * SQS inside this process: ElasticMQ, reachable from this machine only, with messages that outlive
 * the process.
 *
 * <p>Messages of a standard queue are given out in turns among their groups, as SQS's fair queues
 * do ({@link FairLine}).
 *
 * <p>Queues are created by callers through the SQS API. With a folder, everything that was answered
 * — messages, their delays, visibility time-outs and receive counts, deletions, queues and their
 * attributes — survives the death of the process, even by {@code SIGKILL}; see {@link QueueJournal}
 * for how. ElasticMQ's own persistence is not used: it forgets purges, tears moves to the
 * dead-letter queue apart and allows one folder per process.
 */
public final class EmbeddedQueues implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String ACCOUNT = "000000000000";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Limits LIMITS = StrictSQSLimits$.MODULE$;

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final QueueJournal journal;
  private final Map<String, FairMessages> messages;
  private final URI endpoint;

  private EmbeddedQueues(
      ActorSystem actors,
      SQSRestServer server,
      QueueJournal journal,
      Map<String, FairMessages> messages) {
    this.actors = actors;
    this.server = server;
    this.journal = journal;
    this.messages = messages;
    int port = server.waitUntilStarted().localAddress().getPort();
    this.endpoint = URI.create("http://" + LOOPBACK + ":" + port);
  }

  /**
   * Starts queues that live in memory and are gone when closed.
   *
   * @param port the port to listen on, or 0 for any free one
   * @param region the region to show in ARNs, such as {@code eu-west-1}
   * @return the running queues
   */
  public static EmbeddedQueues inMemory(int port, String region) {
    return start(port, region, null);
  }

  /**
   * Starts queues that keep their messages in a folder, and restores what lies there.
   *
   * @param port the port to listen on, or 0 for any free one; queue addresses contain it
   * @param region the region to show in ARNs, such as {@code eu-west-1}
   * @param folder where to keep the messages; created if missing; one process at a time may use it
   * @return the running queues
   */
  public static EmbeddedQueues inFolder(int port, String region, Path folder) {
    return start(port, region, new QueueJournal(Objects.requireNonNull(folder, "folder")));
  }

  /**
   * The address for a client's {@code endpointOverride}.
   *
   * @return an address of the form {@code http://127.0.0.1:port}
   */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * For how long the longest visible message of a queue has been waiting to be received; nothing
   * for a queue without one, a FIFO queue, or one that is not here. Delays don't count.
   */
  public Duration longestWait(String queue) {
    FairMessages known = messages.get(queue);
    return known == null
        ? Duration.ZERO
        : Duration.ofMillis(known.longestWait(System.currentTimeMillis()));
  }

  /** Stops listening; calls that wait for messages end with an error. */
  @Override
  public void close() {
    try {
      server
          .waitUntilStarted()
          .terminate(scala.concurrent.duration.Duration.create(1, TimeUnit.SECONDS));
    } finally {
      stop(actors, journal);
    }
  }

  private static EmbeddedQueues start(int port, String region, QueueJournal journal) {
    QuietLogging.apply();
    ActorSystem actors = ActorSystem.create("embedded-queues", configuration(), classLoader());
    Map<String, FairMessages> messages = new ConcurrentHashMap<>();
    try {
      ActorRef manager =
          journal == null
              ? manager(actors, null, messages)
              : restoredManager(actors, journal, messages);
      SQSRestServer server =
          SQSRestServerBuilder.withActorSystem(actors)
              .withQueueManagerActor(manager)
              .withInterface(LOOPBACK)
              .withPort(port)
              .withSQSLimits(LIMITS)
              .withAWSRegion(region)
              .withAWSAccountId(ACCOUNT)
              .start();
      return new EmbeddedQueues(actors, server, journal, messages);
    } catch (RuntimeException exception) {
      stop(actors, journal);
      throw new IllegalStateException("the queues did not start on port " + port, exception);
    }
  }

  private static ActorRef manager(
      ActorSystem actors, ActorRef listener, Map<String, FairMessages> messages) {
    return actors.actorOf(
        Props.create(
            FairQueueManager.class,
            () ->
                new FairQueueManager(new NowProvider(), LIMITS, Option.apply(listener), messages)));
  }

  private static ActorRef restoredManager(
      ActorSystem actors, QueueJournal journal, Map<String, FairMessages> messages) {
    ActorRef listener =
        actors.actorOf(Props.create(JournalListener.class, () -> new JournalListener(journal)));
    ActorRef manager = manager(actors, listener, messages);
    for (StoredQueue queue : journal.queues()) {
      Either<?, ?> created =
          (Either<?, ?>) answer(manager, new CreateQueue(queue.toCreateQueueData()));
      if (!(created.toOption().getOrElse(() -> null) instanceof ActorRef actor)) {
        throw new IllegalStateException("cannot restore queue " + queue.name() + ": " + created);
      }
      List<InternalMessage> restored =
          journal.messages(queue.name()).stream()
              .map(message -> message.inNobodysHands(System.currentTimeMillis()))
              .map(message -> message.toInternalMessage(queue.fifo()))
              .toList();
      answer(actor, new RestoreMessages(CollectionConverters.asScala(restored).toList()));
    }
    return actors.actorOf(
        Props.create(QueueGatekeeper.class, () -> new QueueGatekeeper(manager, listener, journal)));
  }

  private static Object answer(ActorRef actor, Object question) {
    return Patterns.ask(actor, question, PATIENCE).toCompletableFuture().join();
  }

  private static void stop(ActorSystem actors, QueueJournal journal) {
    try {
      Await.ready(
          actors.terminate(), scala.concurrent.duration.Duration.create(10, TimeUnit.SECONDS));
    } catch (Exception exception) {
      throw new IllegalStateException("the queues did not stop", exception);
    } finally {
      if (journal != null) {
        journal.close();
      }
    }
  }

  private static Config configuration() {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.loggers", List.of(),
                "pekko.loglevel", "OFF",
                "pekko.stdout-loglevel", "OFF",
                "pekko.log-dead-letters", "off",
                "pekko.daemonic", "on",
                "pekko.jvm-shutdown-hooks", "off",
                "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off",
                "pekko.http.server.request-timeout", "30 s",
                "pekko.http.server.parsing.max-content-length", "2m"))
        .withFallback(ConfigFactory.load(classLoader()));
  }

  private static ClassLoader classLoader() {
    return EmbeddedQueues.class.getClassLoader();
  }
}
