package io.dingledger.bench;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to make a voucher, with explanations, of a claim of five rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class TranslationBenchmark {
  /** How many rules the book has. */
  @Param({"100", "1000"})
  public int rules;

  /** What those rules are for that this claim does not need. */
  @Param({"OTHER_KIND", "CONDITION_FALSE"})
  public String others;

  private RuleBook book;
  private ApprovalDetail claim;

  /** Makes the book and the claim. */
  @Setup
  public void prepare() {
    book = Samples.book(rules, Samples.Others.valueOf(others));
    claim = Samples.claim(1);
  }

  /** From the approval to the voucher. */
  @Benchmark
  public Translation translate() {
    return Samples.translate(book, claim);
  }
}
