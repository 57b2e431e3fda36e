package dev.albumen.rest.shared;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/** What the HTTP server needs to be set to, whatever an installation sets. */
@ContextConfigurer
public final class RestDefaults implements ApplicationContextConfigurer {

    /** The largest archive that may ever be imported; smaller limits hold where the bytes are read. */
    private static final long MAX_REQUEST_BYTES = 100L << 30;

    private static final Map<String, Object> SETTINGS = Map.ofEntries(
        Map.entry("micronaut.server.max-request-size", MAX_REQUEST_BYTES),
        Map.entry("micronaut.server.max-request-buffer-size", 1L << 20), // bodies held whole: JSON
        Map.entry("micronaut.server.netty.max-chunk-size", 64 << 10),
        Map.entry("micronaut.server.netty.max-initial-line-length", 8 << 10),
        Map.entry("micronaut.server.netty.max-header-size", 16 << 10),
        Map.entry("micronaut.security.reject-not-found", false), // an unknown address is a 404 for everybody
        // Who asks is found by our own filter and what they may do by the use cases, so that no second one walks along.
        Map.entry("micronaut.security.filter.enabled", false),
        Map.entry("micronaut.security.endpoints.login.enabled", false),
        Map.entry("micronaut.security.endpoints.logout.enabled", false),
        Map.entry("micronaut.security.endpoints.keys.enabled", false),
        Map.entry("micronaut.security.endpoints.introspection.enabled", false),
        Map.entry("micronaut.serde.serialization.inclusion", "ALWAYS"));

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.properties(SETTINGS);
    }
}
