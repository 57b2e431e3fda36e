package dev.albumen.rest.album;

import dev.albumen.application.album.BeginUpload;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tus client says of a file before it sends it. Metadata of other names is for others. */
final class TusCreation {

    private static final int MAX_TYPE = 50;

    private TusCreation() {}

    static BeginUpload.Command command(HttpRequest<?> request) {
        if (request.getHeaders().contains("Upload-Defer-Length")) {
            throw Refusal.invalid("Upload-Defer-Length", "unsupported", "The length has to be known at the beginning.");
        }
        long byteSize = Tus.number(request, Tus.LENGTH);
        if (byteSize == 0) {
            throw Refusal.invalid(Tus.LENGTH, "too-small", "A file has at least one byte.");
        }
        Map<String, String> said = Tus.metadata(request);
        return new BeginUpload.Command(
                new Upload.Announced(Filename.sent(said.getOrDefault("filename", "")), byteSize, type(said), checksum(said.get("sha256"))),
                album(said.get("albumId")));
    }

    /** Nothing follows from it. */
    private static String type(Map<String, String> said) {
        String type = said.getOrDefault("filetype", "");
        return type.isBlank() || type.length() > MAX_TYPE ? MediaType.APPLICATION_OCTET_STREAM : type;
    }

    private static @Nullable Sha256 checksum(@Nullable String text) {
        return text == null ? null : Sha256.parse(text)
                .orElseThrow(() -> Refusal.invalid(Tus.METADATA, "malformed", "Expected 64 hexadecimal digits as sha256."));
    }

    private static @Nullable AlbumId album(@Nullable String text) {
        try {
            return text == null ? null : new AlbumId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(Tus.METADATA, "malformed", "Expected a UUID as albumId.");
        }
    }
}
