package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Throttle;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One bucket a key, in a table that all nodes share. Tries are counted outside the caller's transaction, so that a
 * refusal does not give them back.
 */
@Singleton
final class PostgresThrottle implements Throttle {

    private static final int REMOVED_AT_ONCE = 1000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    PostgresThrottle(DataSource pool) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(DelegatingDataSource.unwrapDataSource(pool))
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("throttle_buckets")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    @Override
    public Duration take(Limit limit, String key) {
        ConsumptionProbe probe = answered(() -> bucket(limit, key).tryConsumeAndReturnRemaining(1));
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    @Override
    public void giveBack(Limit limit, String key) {
        answered(() -> {
            bucket(limit, key).addTokens(1);
            return true;
        });
    }

    /** Removes buckets that are full again. Returns how many. */
    int removeExpired() {
        return answered(() -> buckets.removeExpired(REMOVED_AT_ONCE));
    }

    private BucketProxy bucket(Limit limit, String key) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(rule -> rule.capacity(limit.tries()).refillGreedy(limit.tries(), limit.per()))
                .build();
        return buckets.builder().build(id(limit, key), () -> configuration);
    }

    // A key may be an address or an account's name, of any length: the table keeps neither.
    private static String id(Limit limit, String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((limit + "\n" + key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T answered(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new DependencyException("the shared limits do not answer", e);
        }
    }
}
