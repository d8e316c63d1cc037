package io.dingledger.local.torture;

import io.dingledger.local.DataFolder;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.report.Progress;
import io.dingledger.local.torture.company.Claim;
import io.dingledger.local.torture.company.Claims;
import io.dingledger.local.torture.company.Pushes;
import io.dingledger.local.torture.ledger.Book;
import io.dingledger.local.torture.ledger.Booked;
import io.dingledger.local.torture.ledger.Trouble;
import io.dingledger.local.torture.process.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One torture, from the start of the stand-ins to the count. Claims are approved and pushed while
 * processes are killed and the ledger is in trouble; then kills end, later trouble as well, and
 * what is left may come to its end.
 */
final class Torture {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(4);
  private static final Duration CALM = Duration.ofSeconds(16);
  private static final Duration A_DAY_PASSES_EVERY = Duration.ofSeconds(40);

  private final Plan plan;
  private final Progress progress;
  private final List<Claim> claims;
  private final Outside outside;

  private Torture(Plan plan, Progress progress, Outside outside) {
    this.plan = plan;
    this.progress = progress;
    this.outside = outside;
    this.claims =
        Claims.of(plan.documents(), plan.seed(), plan.approvals(), plan.url().isPresent());
  }

  /**
   * How it went.
   *
   * @param standings where documents stood at the end, by company and id
   * @param kills by process
   * @param killMoments by the moment at which they struck
   * @param diedAlone processes that ended although nobody had killed them
   * @param troubles what the ledger did
   * @param lines what the proxy before it did
   * @param took from the first push to the count
   */
  record Result(
      Tally tally,
      List<Booked> book,
      Map<String, Map<String, Standing>> standings,
      Map<Role, Integer> kills,
      Map<String, Integer> killMoments,
      List<String> diedAlone,
      Map<Trouble, Integer> troubles,
      Map<String, Integer> lines,
      int pushed,
      int givenUp,
      Duration took) {}

  /**
   * Carries it out.
   *
   * @throws Refusal when the system does not start or does not answer
   */
  static Result run(Plan plan, Progress progress) {
    DataFolder data = DataFolder.open(plan.data(), true);
    try (Outside outside = new Outside(plan, data)) {
      Torture torture = new Torture(plan, progress, outside);
      return plan.url().isPresent() ? torture.elsewhere(plan.url().get()) : torture.here(data);
    }
  }

  private Result here(DataFolder data) {
    progress.step("启动各个进程", "starting the processes; their logs are in " + data.root());
    try (OwnSystem system = OwnSystem.started(plan, data, outside);
        Pushes pushes = new Pushes(outside.dingTalks(), system.door(), outside::reached)) {
      return tortured(system, pushes);
    } catch (IllegalStateException notStarted) {
      throw new Refusal(TortureFault.NOT_STARTED, notStarted.getMessage());
    }
  }

  private Result elsewhere(URI door) {
    progress.step(
        "请用这些租户文件配置 " + door,
        "configure the system there with the tenants' files in " + outside.tenants());
    progress.step(
        "例如 ./dev run --tenants " + outside.tenants(),
        "the ledger is " + outside.ledger() + ", DingTalk begins at port " + plan.dingTalkPort());
    try (Pushes pushes = new Pushes(outside.dingTalks(), door, outside::reached)) {
      Instant givenUpAt = Instant.now().plus(plan.patience());
      while (!pushes.areTaken()) {
        if (Instant.now().isAfter(givenUpAt)) {
          throw new Refusal(TortureFault.NOBODY_ANSWERS, door, plan.patience().toMinutes());
        }
        pause(LOOK_EVERY);
      }
      return tortured(new Elsewhere(door), pushes);
    }
  }

  private Result tortured(TorturedSystem system, Pushes pushes) {
    Instant began = Instant.now();
    progress.step("开始推送与杀进程", "pushing " + claims.size() + " documents; kills begin");
    pushes.start(claims);
    system.beginKills();
    pass(began.plus(plan.length()), system, pushes);
    system.endKills();
    progress.step("不再杀进程,等待收尾", "no more kills; what is left comes to its end");
    Map<String, Map<String, Standing>> standings = settled(system, pushes);
    if (plan.clockJumps() && mayGoOnLater(standings)) {
      system.daysPass(2);
      progress.step("所有时钟前进两天", "all clocks go two days ahead, for what waits for a time");
      standings = settled(system, pushes);
    }
    List<Booked> book = Book.read(outside.bookFile());
    return new Result(
        Tally.of(claims, book, standings, Instant.now()),
        book,
        standings,
        system.kills(),
        system.killMoments(),
        system.diedAlone(),
        outside.troubles(),
        outside.lines(),
        pushes.pushed(),
        pushes.givenUp(),
        Duration.between(began, Instant.now()));
  }

  private void pass(Instant until, TorturedSystem system, Pushes pushes) {
    Instant dayAt = Instant.now().plus(A_DAY_PASSES_EVERY);
    int least = plan.killEvery().isZero() ? 0 : plan.leastKills();
    while (Instant.now().isBefore(until) || kills(system) < least) {
      pause(LOOK_EVERY);
      if (Instant.now().isAfter(dayAt)) {
        system.dayPassesForPatrol();
        dayAt = Instant.now().plus(A_DAY_PASSES_EVERY);
      }
      say(system, pushes);
    }
  }

  private void say(TorturedSystem system, Pushes pushes) {
    progress.step(
        "已批准 %d,已记账 %d".formatted(pushes.told(), outside.book().all().size()),
        "%d approved, %d booked, %d kills"
            .formatted(pushes.told(), outside.book().all().size(), kills(system)));
  }

  private static int kills(TorturedSystem system) {
    return system.kills().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Looks until nothing moves any more for some time, or until the patience is over. */
  private Map<String, Map<String, Standing>> settled(TorturedSystem system, Pushes pushes) {
    Instant deadline = Instant.now().plus(plan.patience());
    Instant dayAt = Instant.now();
    Instant quietSince = Instant.MAX;
    Map<String, Map<String, Standing>> standings = Map.of();
    while (Instant.now().isBefore(deadline)) {
      if (pushes.areOver() && Instant.now().isAfter(dayAt)) {
        system.dayPassesForPatrol();
        dayAt = Instant.now().plus(A_DAY_PASSES_EVERY);
      }
      if (Instant.now().plus(plan.patience().dividedBy(2)).isAfter(deadline)) {
        outside.calmDown();
      }
      pause(LOOK_EVERY);
      standings = system.standings();
      say(system, pushes);
      Rest rest = new Rest(claims, standings, deadline);
      boolean quiet = pushes.areOver() && rest.isAtRest() && isAsItShould(standings);
      quietSince = quiet ? earlier(quietSince, Instant.now()) : Instant.MAX;
      if (quiet && Duration.between(quietSince, Instant.now()).compareTo(CALM) > 0) {
        return standings;
      }
    }
    return standings;
  }

  private boolean isAsItShould(Map<String, Map<String, Standing>> standings) {
    Tally tally = Tally.of(claims, outside.book().all(), standings, Instant.now());
    return tally.count(Verdict.LOST) == 0 && tally.count(Verdict.UNFINISHED) == 0;
  }

  private boolean mayGoOnLater(Map<String, Map<String, Standing>> standings) {
    return !new Rest(claims, standings, Instant.MAX).isAtRest();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Whether the system says that nothing moves before a time. */
  private record Rest(
      List<Claim> claims, Map<String, Map<String, Standing>> standings, Instant until) {
    boolean isAtRest() {
      return all().noneMatch(each -> each.dueAt().filter(until::isAfter).isPresent());
    }

    private Stream<Standing> all() {
      return claims.stream()
          .flatMap(
              claim ->
                  Stream.ofNullable(
                      standings.getOrDefault(claim.firm().tenant(), Map.of()).get(claim.id())));
    }
  }
}
