package io.dingledger.rules.expression;

import io.dingledger.model.voucher.Explanation.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an evaluation has read, in order, each name once. */
public final class Inputs {
  private final Map<String, Input> inputs = new LinkedHashMap<>();

  /** Nothing read yet. */
  public Inputs() {}

  /** What others have read, to be gone on with. */
  public Inputs(Inputs others) {
    inputs.putAll(others.inputs);
  }

  /** Keeps an input. */
  public void add(String name, String value, String origin) {
    inputs.putIfAbsent(name, new Input(name, value, origin));
  }

  /** What was read so far. */
  public List<Input> inputs() {
    return new ArrayList<>(inputs.values());
  }
}
