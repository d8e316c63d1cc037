package io.dingledger.simulator.world;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.random.RandomGenerator;

/** What asks for a machine's own randomness gets that of the run: nothing here is secret. */
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  SeededRandom(RandomGenerator generator) {
    super(new Spi(generator), null);
  }

  private static final class Spi extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator generator;

    Spi(RandomGenerator generator) {
      this.generator = generator;
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      // The run's seed is the only one.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      generator.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int size) {
      byte[] seed = new byte[size];
      generator.nextBytes(seed);
      return seed;
    }
  }
}
