package dev.albumen.bootstrap.imports;

import dev.albumen.application.transfer.ImportedFile;
import dev.albumen.application.transfer.PictureNotes;
import dev.albumen.domain.tag.TagName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A multipart form (RFC 7578) with one file, read as it is sent. */
final class ImportForm {

    private final String boundary = "albumen-" + UUID.randomUUID();
    private final ImportedFile file;
    private final String head;

    /** @param album its id; empty for none */
    ImportForm(ImportedFile file, String album, PictureNotes notes) {
        this.file = file;
        StringBuilder fields = new StringBuilder();
        add(fields, "albumId", album);
        add(fields, "title", notes.title());
        add(fields, "description", notes.description());
        for (TagName tag : notes.tags()) {
            add(fields, "tags", tag.value());
        }
        fields.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(file.name().replace("\"", "%22").replaceAll("\\p{Cntrl}", "_"))
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        this.head = fields.toString();
    }

    private void add(StringBuilder fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n")
                    .append(value).append("\r\n");
        }
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** A new one for each try. */
    BodyPublisher body() {
        return BodyPublishers.concat(text(head), BodyPublishers.ofInputStream(this::opened), text("\r\n--" + boundary + "--\r\n"));
    }

    private InputStream opened() {
        try {
            return file.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
