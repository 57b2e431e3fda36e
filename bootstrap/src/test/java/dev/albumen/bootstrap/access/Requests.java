package dev.albumen.bootstrap.access;

import dev.albumen.application.image.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** How routes are called. */
final class Requests {

    /** Of a version that no thing has: whoever may do it is told 412, and nothing changes. */
    private static final String STALE = "\"0-AAAAAAAAAAAAAAAA\"";
    static final byte[] PICTURE = Pictures.jpeg(40, 30, 4711);

    static final byte[] LOGO = Pictures.transparentPng(20, 20);

    private Requests() {}

    static Row.Request bare(String method) {
        return (client, path) -> client.send(method, path, BodyPublishers.noBody());
    }

    static Row.Request json(String method, Object body) {
        return (client, path) -> client.json(method, path, body);
    }

    /** As browsers ask for pages. */
    static Row.Request page() {
        return (client, path) -> client.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").get(path);
    }

    /** What a page's form sends. */
    static Row.Request form(String fields) {
        return (client, path) -> client.with("Accept", "text/html").with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(fields));
    }

    static Row.Request stale(String method, String body) {
        Row.Request request = body.isEmpty() ? bare(method) : json(method, body);
        return (client, path) -> request.send(client.with("If-Match", STALE), path);
    }

    /** {@link #stale} with what a guest was given to change a comment with. */
    static Row.Request staleAsGuest(String method, String body, String token) {
        Row.Request request = stale(method, body);
        return (client, path) -> request.send(client.with("Comment-Token", token), path);
    }

    /** {@link #stale} with a logo. */
    static Row.Request staleLogo() {
        return (client, path) -> client.with("If-Match", STALE).with("Content-Type", "image/png")
                .send("PUT", path, BodyPublishers.ofByteArray(LOGO));
    }

    /** With what resumes the world's selection. */
    static Row.Request client(String resume, Row.Request request) {
        return (client, path) -> request.send(client.with("Cookie", "albumen-selection=" + resume), path);
    }

    /** What was announced in the world. */
    static Row.Request file() {
        return (client, path) -> client.with("Content-Type", "image/jpeg").send("PUT", path, BodyPublishers.ofByteArray(PICTURE));
    }

    /** With one byte, where one is wanted. */
    static Row.Request tus(String method, String header, String value) {
        return (client, path) -> client.with("Tus-Resumable", "1.0.0").with("Upload-Metadata", "filename YS5qcGc=")
                .with("Content-Type", method.equals("PATCH") ? "application/offset+octet-stream" : "text/plain")
                .with(header, value).send(method, path, BodyPublishers.ofByteArray(new byte[1]));
    }

    static Row.Request tusDelete() {
        return (client, path) -> client.with("Tus-Resumable", "1.0.0").delete(path);
    }

    /** An archive with nothing in it. */
    static Row.Request archive() {
        byte[] empty = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, empty, 0, 4);
        return (client, path) -> client.with("Content-Type", "application/zip").send("POST", path, BodyPublishers.ofByteArray(empty));
    }

    static Row.Request upload() {
        return (client, path) -> client.uploadTo(path, "new.jpg", PICTURE);
    }

    /** The path's last part is what to share. */
    static Row.Request shareOf(String type) {
        return (client, path) -> client.post("shares",
                Map.of("resourceType", type, "resourceId", path.substring(path.lastIndexOf('/') + 1)));
    }
}
