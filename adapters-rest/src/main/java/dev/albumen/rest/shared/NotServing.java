package dev.albumen.rest.shared;

import dev.albumen.application.shared.BusyException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;

/**
 * Lets nobody pass but those who ask how the node is, on a node that is not there for clients. With 503, so that a proxy
 * that knows of this node by mistake goes on to another.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(condition = WebRole.Absent.class)
final class NotServing implements Ordered {

    private static final Duration LATER = Duration.ofSeconds(5);

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        String path = request.getPath();
        if (!path.equals("/health") && !path.startsWith("/health/") && !path.equals("/prometheus")) {
            throw new BusyException("This node answers no clients; another one of the instance does.", LATER);
        }
    }

    /** Right behind what gives requests their trace. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}
