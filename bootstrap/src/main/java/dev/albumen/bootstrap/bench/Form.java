package dev.albumen.bootstrap.bench;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A multipart form with one photograph, and perhaps the album it goes to. */
public record Form(Photo photo, String albumId) {

    private static final String BOUNDARY = "albumen-bench-7d1f0c52b9";

    public Map<String, String> headers(Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(others);
        headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return headers;
    }

    BodyPublisher body() {
        String album = albumId.isEmpty() ? "" : part("albumId\"") + albumId + "\r\n";
        return BodyPublishers.concat(
                text(album + part("file\"; filename=\"" + photo.name() + "\"\r\nContent-Type: image/jpeg")),
                photo.unlikeAnyOther(),
                text("\r\n--" + BOUNDARY + "--\r\n"));
    }

    /** {@link #body} at once. */
    public byte[] bytes() {
        String album = albumId.isEmpty() ? "" : part("albumId\"") + albumId + "\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream(photo.jpeg().length + 1024);
        all.writeBytes((album + part("file\"; filename=\"" + photo.name() + "\"\r\nContent-Type: image/jpeg"))
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(photo.bytesUnlikeAnyOther());
        all.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static String part(String rest) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + rest + "\r\n\r\n";
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.US_ASCII));
    }
}
