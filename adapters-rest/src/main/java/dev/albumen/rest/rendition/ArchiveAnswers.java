package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.Disposition;
import dev.albumen.rest.shared.WrittenStreams;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Answers with an archive that is made while it is sent. */
@Singleton
public final class ArchiveAnswers {

    private final WrittenStreams streams;

    ArchiveAnswers(WrittenStreams streams) {
        this.streams = streams;
    }

    public HttpResponse<?> of(HttpRequest<?> request, Archive archive) {
        MutableHttpResponse<Object> answer = HttpResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(archive.filename()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return request.getMethod() == HttpMethod.HEAD ? answer : answer.body(streams.of(archive.content()::writeTo));
    }

    /** The pictures' size by name, or by the longest edge that is wanted; large ones where nothing is said. */
    public static ArchiveSize size(@Nullable String text) {
        return switch (text) {
            case null -> ArchiveSize.LARGE;
            case "original" -> ArchiveSize.ORIGINAL;
            case "large", "2048" -> ArchiveSize.LARGE;
            case "preview", "1024" -> ArchiveSize.PREVIEW;
            default -> throw Refusal.invalid("size", "unknown-value", "Expected one of original, large, preview, 2048, 1024.");
        };
    }
}
