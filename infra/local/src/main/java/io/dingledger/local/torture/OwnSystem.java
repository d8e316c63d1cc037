package io.dingledger.local.torture;

import io.dingledger.local.DataFolder;
import io.dingledger.local.Interfaces;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.tenants.TenantFile;
import io.dingledger.local.tenants.TenantFolder;
import io.dingledger.local.torture.process.Killer;
import io.dingledger.local.torture.process.Role;
import io.dingledger.local.torture.process.Slip;
import io.dingledger.local.torture.process.Stage;
import io.dingledger.local.torture.process.Troupe;
import io.dingledger.platform.Platform;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The local system in processes of its own, which are killed. */
final class OwnSystem implements TorturedSystem, AutoCloseable {
  /** Below the ports that the operating system gives to callers, so that a killed one's is free. */
  private static final int FIRST_PORT = 15_000;

  private static final int PORTS = 10_000;

  /** Chores that come once a night are due at any hour after this time. */
  private static final Duration A_DAY_AND_MORE = Duration.ofHours(26);

  private final Plan plan;
  private final Stage stage;
  private final Troupe troupe;
  private final Killer killer;
  private final SplittableRandom slips;
  private volatile boolean calm;
  private final AtomicInteger patrolDays = new AtomicInteger();
  private final AtomicInteger days = new AtomicInteger();

  private OwnSystem(Plan plan, DataFolder data) {
    this.plan = plan;
    this.stage = new Stage(data.root(), template(), port(0), port(1), port(2), plan.realTimes());
    this.slips = new SplittableRandom(plan.seed());
    this.troupe = new Troupe(stage, classPath(), data.root().resolve("logs"), this::slip);
    this.killer = new Killer(troupe, plan.victims(), plan.killEvery(), plan.seed());
  }

  /**
   * Starts all processes and adopts the companies.
   *
   * @throws IllegalStateException when a process does not start
   */
  static OwnSystem started(Plan plan, DataFolder data, Outside outside) {
    OwnSystem system = new OwnSystem(plan, data);
    try {
      emptyLogs(data.root().resolve("logs"));
      system.troupe.start(Role.GROUND);
      system.adopt(outside.tenants());
      system.troupe.startAll(EnumSet.complementOf(EnumSet.of(Role.GROUND)));
      outside.listen(system.killer::reached);
      return system;
    } catch (RuntimeException failed) {
      system.close();
      throw failed;
    }
  }

  /** The front door. */
  URI door() {
    return stage.door();
  }

  @Override
  public void beginKills() {
    if (!plan.killEvery().isZero()) {
      killer.start();
    }
  }

  @Override
  public void endKills() {
    killer.close();
    calm = true;
    if (plan.clockJumps()) {
      restartFunctions();
    }
    troupe.allServe();
  }

  @Override
  public void dayPassesForPatrol() {
    patrolDays.incrementAndGet();
    troupe.killAndRestart(Role.PATROL);
  }

  @Override
  public void daysPass(int passing) {
    days.addAndGet(passing);
    patrolDays.addAndGet(passing);
    restartFunctions();
    troupe.allServe();
  }

  @Override
  public Map<String, Map<String, Standing>> standings() {
    return new Elsewhere(door()).standings();
  }

  @Override
  public Map<Role, Integer> kills() {
    return troupe.kills();
  }

  @Override
  public Map<String, Integer> killMoments() {
    return killer.struck();
  }

  @Override
  public List<String> diedAlone() {
    return troupe.diedAlone();
  }

  @Override
  public void close() {
    killer.close();
    troupe.close();
  }

  private void restartFunctions() {
    for (Role role : Role.values()) {
      if (role != Role.GROUND) {
        troupe.killAndRestart(role);
      }
    }
  }

  private void adopt(Path folder) {
    TenantFolder tenants = TenantFolder.read(folder);
    if (!tenants.findings().isEmpty()) {
      throw new IllegalStateException("the tenants' files are wrong: " + tenants.findings());
    }
    Clock clock = Clock.systemUTC();
    Platform platform = stage.platform(clock);
    RuleBookDesk desk =
        new RuleBookDesk(platform, tenant -> Interfaces.openFrom(platform, tenant), clock);
    Instant heardOfAllUpTo = clock.instant().minus(Duration.ofMinutes(1));
    for (TenantFile.Valid tenant : tenants.tenants().values()) {
      platform.tenants().put(tenant.settings());
      desk.takeOverOrFail(tenant.settings(), tenant.ruleBook(), tenant.signing());
      platform.notes().done(tenant.settings().tenant(), Chore.RECENT_INSTANCES, heardOfAllUpTo);
    }
  }

  /** Asked by whoever starts a process and holds its lock: no other lock is taken here. */
  private Slip slip(Role role) {
    int ahead = (role == Role.PATROL ? patrolDays : days).get();
    if (ahead > 0) {
      return new Slip(A_DAY_AND_MORE.multipliedBy(ahead), Duration.ZERO);
    }
    return plan.clockJumps() && !calm ? wrong() : Slip.NONE;
  }

  private synchronized Slip wrong() {
    Duration soon = Duration.ofSeconds(2 + slips.nextInt(8));
    return switch (slips.nextInt(8)) {
      case 0 -> new Slip(Duration.ofSeconds(10 - slips.nextInt(21)), Duration.ZERO);
      case 1 -> new Slip(Duration.ofHours(1), soon);
      case 2 -> new Slip(Duration.ofHours(-1), soon);
      case 3 -> new Slip(Duration.ofDays(1), soon);
      case 4 -> new Slip(Duration.ofDays(-1), Duration.ZERO);
      default -> Slip.NONE;
    };
  }

  private static Path template() {
    return Path.of(System.getProperty("dingledger.template", "template.yaml")).toAbsolutePath();
  }

  /** In a test, surefire's own class path is a jar that only names the real one. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static int port(int number) {
    int start = FIRST_PORT + (int) (ProcessHandle.current().pid() * 3 % PORTS);
    for (int port = start + number; port < FIRST_PORT + 2 * PORTS; port += 3) {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // The next one is tried.
      }
    }
    throw new IllegalStateException("no free port");
  }

  private static void emptyLogs(Path folder) {
    try {
      Files.createDirectories(folder);
      for (Role role : Role.values()) {
        Files.deleteIfExists(folder.resolve(role.logName()));
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException("the folder " + folder + " can't be used", unusable);
    }
  }
}
