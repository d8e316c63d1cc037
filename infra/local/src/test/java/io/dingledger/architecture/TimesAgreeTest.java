package io.dingledger.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.patrol.Patrol;
import io.dingledger.post.PostSettings;
import io.dingledger.retry.RetrySettings;
import io.dingledger.translate.TranslateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The times of the template and of the code fit each other: a lease outlives its worker, and so on.
 */
class TimesAgreeTest {
  private static final Path FILE = Path.of("..", "..", "template.yaml");
  private final Template template = Template.read(FILE);

  private static Duration timeout(String function) throws IOException {
    Matcher found =
        Pattern.compile("\n  " + function + ":\n(?:    .*\n|\n)*?      Timeout: (\\d+)\n")
            .matcher(Files.readString(FILE));
    assertTrue(found.find(), function);
    return Duration.ofSeconds(Long.parseLong(found.group(1)));
  }

  private QueueDefinition queue(String name) {
    return template.queues().stream()
        .filter(queue -> queue.logicalId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertLonger(Duration longer, Duration shorter, String why) {
    assertTrue(longer.compareTo(shorter) > 0, why + ": " + longer + " and " + shorter);
  }

  @Test
  void aMessageComesBackOnlyWhenItsWorkerIsGone() throws IOException {
    for (EventSource source : template.eventSources()) {
      assertLonger(
          queue(source.queue()).visibilityTimeout(),
          timeout(source.function()),
          source.queue() + " is invisible for longer than " + source.function() + " runs");
    }
  }

  @Test
  void aLeaseOutlivesItsWorkerAndEndsBeforeItsMessageComesBack() throws IOException {
    Duration post = PostSettings.DEFAULT.lease();
    assertLonger(post, timeout("PostFunction"), "the lease of post");
    assertLonger(queue("VouchersQueue").visibilityTimeout(), post, "vouchers' visibility");
    Duration translate = TranslateSettings.DEFAULT.lease();
    assertLonger(translate, timeout("TranslateFunction"), "the lease of translate");
    assertLonger(queue("EventsQueue").visibilityTimeout(), translate, "events' visibility");
  }

  @Test
  void aRoundOfThePatrolEndsBeforeItsFunctionDoes() throws IOException {
    assertLonger(timeout("PatrolFunction"), Patrol.ROUND_LIMIT, "the function of the patrol");
  }

  @Test
  void theSweepLeavesTimeForTheWorkThatItHandedOn() {
    assertLonger(RetrySettings.DEFAULT.watch(), PostSettings.DEFAULT.lease(), "watch and lease");
  }
}
