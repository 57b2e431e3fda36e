package dev.albumen.rest.shared;

import dev.albumen.application.rendition.Asker;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;

/** Tells of those who sent requests whether they are still there. */
public final class Askers {

    private Askers() {}

    /** Whoever sent this. They are gone once their connection is. */
    public static Asker of(HttpRequest<?> request) {
        HttpRequest<?> own = request;
        while (own instanceof HttpRequestWrapper<?> wrapper) {
            own = wrapper.getDelegate();
        }
        return own instanceof NettyHttpRequest<?> received
                ? received.getChannelHandlerContext().channel()::isActive : Asker.PATIENT;
    }
}
