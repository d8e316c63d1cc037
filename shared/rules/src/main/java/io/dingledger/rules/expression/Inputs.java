package io.dingledger.rules.expression;

import io.dingledger.model.voucher.Explanation.Input;
import java.util.ArrayList;
import java.util.List;

/** Keeps what an evaluation has read, in order, each name once. */
public final class Inputs {
  private static final Inputs NONE = new Inputs(false);

  private final List<Read> reads;
  private final boolean keeps;

  /** A value that was read; it is written out when somebody asks. */
  private record Read(String name, Value value, String origin) {}

  private Inputs(boolean keeps) {
    this.keeps = keeps;
    this.reads = new ArrayList<>(keeps ? 8 : 0);
  }

  /** Nothing read yet. */
  public Inputs() {
    this(true);
  }

  /** What others have read, to be gone on with. */
  public Inputs(Inputs others) {
    this(true);
    reads.addAll(others.reads);
  }

  /** For evaluations of which nobody wants to know what they read: keeps nothing. */
  public static Inputs none() {
    return NONE;
  }

  /** Keeps an input. */
  public void add(String name, String value, String origin) {
    if (keeps) {
      add(name, new Value.Text(value), origin);
    }
  }

  /** Keeps an input, whose value is written out only when somebody asks. */
  public void add(String name, Value value, String origin) {
    if (!keeps) {
      return;
    }
    for (Read read : reads) {
      if (read.name().equals(name)) {
        return;
      }
    }
    reads.add(new Read(name, value, origin));
  }

  /** What was read so far. */
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(reads.size());
    for (Read read : reads) {
      inputs.add(new Input(read.name(), read.value().plain(), read.origin()));
    }
    return inputs;
  }
}
