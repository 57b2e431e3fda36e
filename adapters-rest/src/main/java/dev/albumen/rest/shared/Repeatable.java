package dev.albumen.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.application.shared.Once;
import dev.albumen.application.shared.Replays;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that makes something, and may be sent again under its {@code Idempotency-Key} without making it twice. Every
 * POST that creates declares it as an argument and answers through it.
 *
 * <p>A key is its account's own, whatever the session. All who have no account share theirs: an address would change with
 * the network, which is when requests are repeated. So a stranger's key can only meet a stranger's where both chose
 * badly, and then the one who comes second is told to choose another: an answer goes to nobody but those who send the
 * whole request again, with the secrets in it.
 */
public final class Repeatable {

    static final String REPLAYED = "Idempotency-Replayed";

    private final Once once;
    private final JsonMapper json;
    private final HttpRequest<?> request;
    private final Optional<String> key;

    Repeatable(Once once, JsonMapper json, HttpRequest<?> request) {
        this.once = once;
        this.json = json;
        this.request = request;
        this.key = IdempotencyKeys.read(request.getHeaders().getAll(IdempotencyKeys.HEADER));
    }

    /**
     * Makes the change and answers, or answers as the first time.
     *
     * @param content what the request says: its body record, or lists and maps of texts
     * @param made the type of what the change's transaction returns
     * @param told the answer, made within the transaction; never a refusal
     */
    public <T> HttpResponse<?> answer(
            Viewer viewer, @Nullable Object content, Class<T> made, Supplier<T> change, Function<T, MutableHttpResponse<byte[]>> told) {
        if (key.isEmpty()) {
            return told.apply(change.get());
        }
        Once.Answer answer = once.answer(asked(viewer, content, 0), made, change, result -> write(KeptAnswer.of(told.apply(result))));
        MutableHttpResponse<byte[]> again = read(answer, KeptAnswer.class).again();
        return answer.replayed() ? again.header(REPLAYED, "true") : again;
    }

    /**
     * The same for one item of a batch, whose items last or fail each by itself.
     *
     * @param content of the whole batch
     * @param index of the item, from 0
     */
    public <T> BatchAnswers.Outcome outcome(
            Viewer viewer, Object content, int index, Class<T> made, Supplier<T> change, Function<T, BatchAnswers.Outcome.Done> told) {
        if (key.isEmpty()) {
            return told.apply(change.get());
        }
        Once.Answer answer = once.answer(asked(viewer, content, index), made, change, result -> write(KeptOutcome.of(told.apply(result))));
        return read(answer, KeptOutcome.class).again();
    }

    /** Whether it is the whole request that is refused, because of its key, and no item of it alone. */
    public static boolean refuses(Refusal refusal) {
        return refusal instanceof Refusal.KeyReused || refusal instanceof Refusal.InFlight;
    }

    private Once.Request asked(Viewer viewer, @Nullable Object content, int part) {
        String line = request.getMethodName() + " " + request.getUri().getRawPath() + "?" + request.getUri().getRawQuery() + "\n";
        return new Once.Request(new Replays.Key(scope(viewer), key.orElseThrow(), part), line + Fingerprint.of(content));
    }

    private static String scope(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Member member -> "user:" + member.userId();
            case Viewer.LinkHolder holder -> "share:" + holder.shareId();
            case Viewer.Anonymous nobody -> "anonymous";
            case Viewer.Worker worker -> throw new IllegalStateException("no request is the instance's own");
        };
    }

    private byte[] write(Object kept) {
        try {
            return json.writeValueAsBytes(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <K> K read(Once.Answer answer, Class<K> kept) {
        try {
            return json.readValue(answer.bytes(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is kept of an answer. Its body is JSON. */
    @Serdeable
    record KeptAnswer(int status, Map<String, String> headers, String body) {

        static KeptAnswer of(MutableHttpResponse<byte[]> answer) {
            var headers = new LinkedHashMap<String, String>();
            answer.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new KeptAnswer(answer.code(), headers, new String(answer.body(), StandardCharsets.UTF_8));
        }

        MutableHttpResponse<byte[]> again() {
            MutableHttpResponse<byte[]> answer = HttpResponse.ok(body.getBytes(StandardCharsets.UTF_8)).status(status);
            headers.forEach(answer::header);
            return answer;
        }
    }

    /** What is kept of an item's outcome. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record KeptOutcome(int status, @Nullable UUID imageId, @Nullable Object image) {

        static KeptOutcome of(BatchAnswers.Outcome.Done done) {
            return new KeptOutcome(done.status(), done.imageId(), done.image());
        }

        BatchAnswers.Outcome.Done again() {
            return new BatchAnswers.Outcome.Done(status, imageId, image);
        }
    }
}
