package io.dingledger.local.restore;

import io.dingledger.local.command.Arguments;
import io.dingledger.platform.store.Table;

/** Opens tables by their names. */
@FunctionalInterface
interface Tables {
  /**
   * A table.
   *
   * @param given may name a region and a profile
   */
  Table open(Arguments given, String name);
}
