package io.dingledger.model.access;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.util.Optional;

/** The operator's third-party apps and their newest tickets. */
public interface Suites {
  /** None at all. */
  Suites NONE =
      new Suites() {
        @Override
        public Optional<Suite> find(String suiteId) {
          return Optional.empty();
        }

        @Override
        public Optional<Secret> ticket(String suiteId) {
          return Optional.empty();
        }
      };

  /** A suite by DingTalk's suite id. */
  Optional<Suite> find(String suiteId);

  /** The newest {@code suite_ticket} that was pushed; tickets have no end of life. */
  Optional<Secret> ticket(String suiteId);
}
