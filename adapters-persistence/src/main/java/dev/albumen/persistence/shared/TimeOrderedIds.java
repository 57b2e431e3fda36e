package dev.albumen.persistence.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import dev.albumen.application.shared.Ids;
import java.security.SecureRandom;
import java.util.UUID;

/** UUIDs of version 7 from the clock and a strong random source. They rise also where the clock is set back. */
public final class TimeOrderedIds implements Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new RisingClock());

    /**
     * One at a time: the generator reads its clock before it takes its own lock, so a thread that is held up between the
     * two would bring an earlier millisecond after a later one.
     */
    @Override
    public synchronized UUID next() {
        return generator.generate();
    }

    /** The system's clock, never set back. Read by one thread at a time. */
    private static final class RisingClock extends UUIDClock {

        private long latest;

        @Override
        public long currentTimeMillis() {
            latest = Math.max(latest, super.currentTimeMillis());
            return latest;
        }
    }
}
