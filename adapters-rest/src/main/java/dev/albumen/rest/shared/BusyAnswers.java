package dev.albumen.rest.shared;

import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What those are told who are turned away: when to come again. Made without the framework, because it has to be cheap. */
@Singleton
class BusyAnswers {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final JsonMapper json;

    BusyAnswers(JsonMapper json) {
        this.json = json;
    }

    FullHttpResponse to(HttpRequest request, Load load) {
        boolean lasting = load == Load.UPLOAD || load == Load.ARCHIVE;
        Problem problem = Problem.of(503, "overloaded", "There is more to do than can be done at once. Try again in a moment.")
                .retryAfter(lasting ? LATER : SOON);
        TraceId trace = TraceId.begun(request.headers().get("traceparent"));
        String address = request.uri();
        int query = address.indexOf('?');
        byte[] body = body(ProblemAnswers.Body.of(problem, query < 0 ? address : address.substring(0, query), trace));
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        AnswerHeaders.put(answer.headers()::set, trace);
        problem.headers().forEach(answer.headers()::set);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON_PROBLEM)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return answer;
    }

    private byte[] body(ProblemAnswers.Body body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
