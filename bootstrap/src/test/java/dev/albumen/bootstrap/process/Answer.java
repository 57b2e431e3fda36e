package dev.albumen.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the service said. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** This answer, if it has the status. */
    public Answer expect(int due) {
        if (status != due) {
            throw new AssertionError(request + " was answered with " + status + ", not " + due + ": " + text());
        }
        return this;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " was answered with " + text(), e);
        }
    }

    /** A field of the JSON, by its pointer's way: {@code urls/thumbnail}. */
    public String at(String path) {
        return json().at("/" + path).asText();
    }

    /** One field of each of a list's items. */
    public List<String> items(String field) {
        return StreamSupport.stream(json().path("items").spliterator(), false)
                .map(item -> item.at("/" + field).asText())
                .toList();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
