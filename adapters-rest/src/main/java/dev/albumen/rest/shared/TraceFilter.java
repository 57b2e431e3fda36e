package dev.albumen.rest.shared;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives each request its trace and each answer the headers that all answers have. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TraceFilter implements Ordered {

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        context.add(TraceId.of(request));
        WellFormedAddress.check(request);
        WellFormedContentType.check(request);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        AnswerHeaders.putOn(response, TraceId.of(request).value());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
