package dev.albumen.rest.shared;

import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Talks to the server under test, also in ways that no well-behaved client would. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final EmbeddedServer server;

    public Http(EmbeddedServer server) {
        this.server = server;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path)).method(method, body).timeout(Duration.ofMinutes(2));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server answers to these bytes, until it has been silent for a while or closes. */
    public String raw(String request) {
        return raw(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    public String raw(byte[] request) {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            try (InputStream in = socket.getInputStream()) {
                answer.writeBytes(in.readNBytes(1));
                socket.setSoTimeout(20_000); // a busy machine may begin late, but what has begun goes on
                in.transferTo(answer);
            } catch (SocketTimeoutException silent) {
                // it keeps the connection open
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> json(HttpResponse<String> response) {
        try {
            byte[] body = response.body().getBytes(StandardCharsets.ISO_8859_1);
            return server.getApplicationContext().getBean(JsonMapper.class).readValue(body, Map.class);
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }
}
