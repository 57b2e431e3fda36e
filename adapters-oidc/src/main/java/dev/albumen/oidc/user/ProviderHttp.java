package dev.albumen.oidc.user;

import dev.albumen.application.shared.DependencyException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one provider, with a limit on everything: on the time of a whole answer, on its size, and on how many wait at once,
 * so that a provider that hangs costs no more than that. Redirects are not followed: they could lead anywhere.
 */
final class ProviderHttp {

    static final int MOST_BYTES = 512 << 10;
    private static final int MOST_AT_ONCE = 8;

    private final HttpClient client;
    private final Duration patience;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    ProviderHttp(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    record Answer(int status, String body) {}

    /** @throws DependencyException where no whole answer comes in time */
    Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.header("Accept", "application/json").timeout(patience).build();
        if (!free.tryAcquire()) {
            throw new DependencyException(built.uri().getHost() + " has too many requests to answer already");
        }
        CompletableFuture<HttpResponse<String>> coming =
                client.sendAsync(built, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            HttpResponse<String> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new DependencyException(built.uri().getHost() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException(built.uri().getHost() + " was not waited for", e);
        } finally {
            coming.cancel(true);
            free.release();
        }
    }

    /** @throws DependencyException where there is no such thing to be had now */
    String get(URI address) {
        Answer answer = send(HttpRequest.newBuilder(address).GET());
        if (answer.status() != 200) {
            throw new DependencyException(address.getHost() + " answers with " + answer.status());
        }
        return answer.body();
    }
}
