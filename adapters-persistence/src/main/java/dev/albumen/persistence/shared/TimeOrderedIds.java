package dev.albumen.persistence.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import dev.albumen.application.shared.Ids;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDs of version 7 from the clock and a strong random source. They rise also where the clock is set back. */
public final class TimeOrderedIds implements Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new RisingClock());

    @Override
    public UUID next() {
        return generator.generate();
    }

    private static final class RisingClock extends UUIDClock {

        private final AtomicLong latest = new AtomicLong();

        @Override
        public long currentTimeMillis() {
            return latest.accumulateAndGet(super.currentTimeMillis(), Math::max);
        }
    }
}
