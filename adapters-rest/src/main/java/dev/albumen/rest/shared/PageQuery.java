package dev.albumen.rest.shared;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part of a list a request asks for. Taken as a {@code @RequestBean}. */
@Introspected
public record PageQuery(
        @Parameter(hidden = true) HttpRequest<?> request,
        @QueryValue @Nullable @Schema(description = "Items at most", minimum = "1", maximum = "200", defaultValue = "50") Integer limit,
        @QueryValue @Nullable @Schema(description = "The `nextCursor` of the page before") String cursor) {}
