package io.dingledger.local.torture;

import io.dingledger.local.torture.process.Role;
import java.util.List;
import java.util.Map;

/** The system under torture: processes of our own, or one that runs elsewhere. */
interface TorturedSystem {
  /** Kills from now on. */
  void beginKills();

  /** Kills nobody any more; whoever was killed runs again, with a clock that is right. */
  void endKills();

  /** Lets a day pass for the patrol, which has things to do that come once a day or rarer. */
  void dayPassesForPatrol();

  /** Lets days pass for everybody. */
  void daysPass(int days);

  /** Where documents stand, by company and id; empty while the system can't be asked. */
  Map<String, Map<String, Standing>> standings();

  /** How often each process was killed. */
  Map<Role, Integer> kills();

  /** The kills by the moment at which they struck. */
  Map<String, Integer> killMoments();

  /** The processes that ended by themselves. */
  List<String> diedAlone();
}
