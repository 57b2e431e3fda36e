package dev.albumen.oidc.user;

import dev.albumen.application.shared.DependencyException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself, read when it is first needed and again every hour. What was read stays good for a day
 * where the provider does not answer. Whoever asks just after a failure is told so without asking again.
 */
final class Discovery {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String issuer;
    private final ProviderHttp http;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Read latest;
    private volatile Instant failedAt = Instant.MIN;

    private record Read(Endpoints endpoints, Instant at) {}

    Discovery(String issuer, ProviderHttp http, InstantSource clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /** @throws DependencyException where the provider does not answer, or with something else */
    Endpoints endpoints() {
        Read read = latest;
        return isWithin(read, FRESH) ? read.endpoints() : anew();
    }

    private Endpoints anew() {
        turn.lock();
        try {
            Read read = latest;
            if (isWithin(read, FRESH)) {
                return read.endpoints();
            }
            if (failedAt.isAfter(clock.instant().minus(PAUSE))) {
                return kept(read, new DependencyException(issuer + " did not answer a moment ago"));
            }
            return read(read);
        } finally {
            turn.unlock();
        }
    }

    private Endpoints read(@Nullable Read before) {
        try {
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            Read now = new Read(Endpoints.parse(http.get(URI.create(base + "/.well-known/openid-configuration")), issuer), clock.instant());
            latest = now;
            return now.endpoints();
        } catch (DependencyException e) {
            failedAt = clock.instant();
            return kept(before, e);
        }
    }

    private Endpoints kept(@Nullable Read read, DependencyException failure) {
        if (isWithin(read, KEPT)) {
            return read.endpoints();
        }
        throw failure;
    }

    private boolean isWithin(@Nullable Read read, Duration life) {
        return read != null && clock.instant().isBefore(read.at().plus(life));
    }
}
