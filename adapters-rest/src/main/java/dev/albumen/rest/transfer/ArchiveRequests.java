package dev.albumen.rest.transfer;

import dev.albumen.application.transfer.ImportLimits;
import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.List;

/** What can be told of an archive before a byte of it is read. */
final class ArchiveRequests {

    private static final List<String> ZIP = List.of("application/zip", "application/x-zip-compressed");

    private ArchiveRequests() {}

    static void require(HttpRequest<?> request, ImportLimits limits) {
        if (request.getContentType().map(MediaType::getName).filter(ZIP::contains).isEmpty()) {
            throw new Refusal.UnsupportedType("Send a ZIP archive, as application/zip.").thrown();
        }
        if (request.getContentLength() > limits.maxBytes()) {
            throw new Refusal.TooLarge("too-large", "The body is larger than " + limits.maxBytes() + " bytes.").thrown();
        }
    }
}
