package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.ThrottleContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresThrottleTest extends ThrottleContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Throttle.Limit HOURLY = new Throttle.Limit("hourly", 1, Duration.ofHours(1));

    private final Sql sql = POSTGRES.bean(Sql.class);
    private final PostgresThrottle throttle = POSTGRES.bean(PostgresThrottle.class);

    @Override
    protected Throttle throttle() {
        return throttle;
    }

    @Test
    void removesBucketsThatAreFullAgainAndNoOthers() {
        throttle.take(HOURLY, "old");
        sql.change("UPDATE throttle_buckets SET expires_at = 1");
        throttle.take(HOURLY, "new");

        assertThat(throttle.removeExpired()).isOne();
        assertThat(throttle.take(HOURLY, "new")).isPositive();
    }

    @Test
    void countsForAllNodesTogether() {
        throttle.take(HOURLY, "ada");

        try (var node = POSTGRES.anotherNode()) {
            assertThat(node.getBean(Throttle.class).take(HOURLY, "ada")).isPositive();
        }
    }
}
