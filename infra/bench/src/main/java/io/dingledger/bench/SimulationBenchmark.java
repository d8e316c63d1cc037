package io.dingledger.bench;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.simulation.SimulationReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one processor takes to translate 100,000 claims of five rows each by a book of 100
 * rules, from a cold start: compiling to machine code and collecting garbage are in the time.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class SimulationBenchmark {
  private static final int CLAIMS = 100_000;
  private static final int DIFFERENT = 1_000;
  private static final int RULES = 100;

  private RuleBook book;
  private List<ApprovalDetail> claims;

  /** Makes the book and the claims. */
  @Setup
  public void prepare() {
    book = Samples.book(RULES, Samples.Others.OTHER_KIND);
    claims = IntStream.range(0, DIFFERENT).mapToObj(Samples::claim).toList();
  }

  /** 100,000 different claims; made before the time is taken. */
  @State(Scope.Benchmark)
  public static class Cases {
    private List<CaseDocument> cases;

    /** Makes them. */
    @Setup
    public void prepare() {
      cases =
          IntStream.range(0, CLAIMS)
              .<CaseDocument>mapToObj(number -> Samples.document(number))
              .toList();
    }
  }

  /** What other processes on the machine do not change. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {
    /** The time that the process was given by any processor. */
    public long millis;

    private static long used() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }
  }

  /** Translates all of them; gives how many vouchers there were. */
  @Benchmark
  public int simulate(Processor processor) {
    long before = Processor.used();
    int vouchers = 0;
    for (int number = 0; number < CLAIMS; number++) {
      if (Samples.translate(book, claims.get(number % DIFFERENT))
          instanceof Translation.Vouchers made) {
        vouchers += made.vouchers().size();
      }
    }
    if (vouchers != CLAIMS) {
      throw new IllegalStateException(vouchers + " vouchers");
    }
    processor.millis = Processor.used() - before;
    return vouchers;
  }

  /** Tries the book on all of them: each voucher is explained and calculated anew, and kept. */
  @Benchmark
  public SimulationReport recompute(Cases all, Processor processor) {
    long before = Processor.used();
    SimulationReport report = Samples.simulate(book, all.cases);
    processor.millis = Processor.used() - before;
    return report;
  }
}
