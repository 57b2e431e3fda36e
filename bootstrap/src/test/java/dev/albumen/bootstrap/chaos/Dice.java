package dev.albumen.bootstrap.chaos;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Draws that the seed of a run and a name decide, so that each client and each kind of fault has its own row of them. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, String name) {
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    }

    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    synchronized long number() {
        return random.nextLong();
    }

    synchronized boolean inHundred(int chances) {
        return random.nextInt(100) < chances;
    }

    synchronized byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    synchronized Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }
}
