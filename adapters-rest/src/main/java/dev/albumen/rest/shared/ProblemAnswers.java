package dev.albumen.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.application.shared.BusyException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Violation;
import org.jspecify.annotations.Nullable;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into an {@code application/problem+json} answer. */
@Singleton
final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** The answer to a failure of any kind, which is logged where it is ours. */
    MutableHttpResponse<byte[]> to(HttpRequest<?> request, Throwable cause) {
        return write(request, problemOf(request, cause), HttpResponse.ok());
    }

    /** The answer that tells about a problem. */
    MutableHttpResponse<byte[]> to(HttpRequest<?> request, Problem problem) {
        return write(request, problem, HttpResponse.ok());
    }

    /** Puts a problem into an answer that already has its status. */
    MutableHttpResponse<byte[]> to(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return write(request, FrameworkProblems.ofStatus(response.code()), response);
    }

    /** A refusal of one item of a batch, as part of a larger answer. */
    Body bodyOf(HttpRequest<?> request, Problem problem) {
        return Body.of(problem, request.getPath(), TraceId.of(request));
    }

    /** What a failure of any kind is to clients; it is logged where it is ours. */
    Problem problemOf(HttpRequest<?> request, Throwable cause) {
        if (cause instanceof RefusedException refused) {
            return RefusalProblems.of(refused.refusal());
        }
        if (cause instanceof DependencyException outage) {
            LOG.warn("{}: {}", routeOf(request), outage.getMessage(), outage);
            return Problem.of(503, "unavailable", "Something that this service stands on does not answer. Try again in a moment.")
                .retryAfter(OUTAGE);
        }
        if (cause instanceof BusyException busy) {
            return Problem.of(503, "not-ready", String.valueOf(busy.getMessage())).retryAfter(busy.retryAfter());
        }
        if (isOfConnection(cause)) {
            return FrameworkProblems.ofStatus(400); // the client has gone: nobody reads this
        }
        return FrameworkProblems.of(cause).orElseGet(() -> {
            LOG.error("{} failed", routeOf(request), cause);
            return FrameworkProblems.ofStatus(500);
        });
    }

    /** Without what the caller put into the address, which may be the token of a share. */
    private static String routeOf(HttpRequest<?> request) {
        return request.getMethodName() + " " + BasicHttpAttributes.getUriTemplate(request).orElse("(no route)")
            + " trace " + TraceId.of(request).value();
    }

    private static boolean isOfConnection(Throwable cause) {
        return cause instanceof ClosedChannelException || cause instanceof SocketException
            || (cause instanceof IOException && cause.getCause() instanceof ClosedChannelException);
    }

    private MutableHttpResponse<byte[]> write(HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
        String traceId = TraceId.of(request).value();
        response.status(problem.status()).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
        problem.headers().forEach(response::header);
        AnswerHeaders.putOn(response, traceId);
        try {
            return response.body(json.writeValueAsBytes(bodyOf(request, problem)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members in the order in which people read them. */
    @Serdeable.Serializable
    record Body(String type, String title, int status, String detail, String instance, String code, String traceId,
                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Item> errors,
                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long bytesLeft) {

        /** @param path that was asked for */
        static Body of(Problem problem, String path, TraceId traceId) {
            return new Body(problem.type(), problem.title(), problem.status(), problem.detail(), path, problem.code(),
                traceId.value(), problem.errors().isEmpty() ? null : problem.errors().stream().map(Item::of).toList(),
                problem.bytesLeft());
        }
    }

    @Serdeable.Serializable
    record Item(String pointer, String code, String detail) {
        static Item of(Violation violation) {
            return new Item(violation.pointer(), violation.code(), violation.detail());
        }
    }
}
