package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One client's calls, of every kind, to nodes where nothing goes wrong; with what a journal says of them. */
final class LittleRun {

    static final String ACCOUNT = "ada";

    private final List<Recorded> journal = new ArrayList<>();
    private final List<Client> nodes;
    private int pictures;
    private long clock = System.currentTimeMillis();

    LittleRun(List<URI> nodes) {
        Client first = Client.of(nodes.getFirst()).register(ACCOUNT);
        this.nodes = nodes.stream().map(node -> new Client(node, first.headers())).toList();
    }

    List<Recorded> journal() {
        return List.copyOf(journal);
    }

    /** By turns another one. */
    private Client node() {
        return nodes.get(journal.size() % nodes.size());
    }

    private Answer note(
            Action action, @Nullable String key, Map<String, String> sent, Supplier<Answer> asked, Function<Answer, Map<String, String>> notes) {
        long start = clock++;
        Answer answer = asked.get();
        journal.add(recorded(journal.size() + 1, action, key, sent, start, "" + answer.status(), notes.apply(answer)));
        return answer;
    }

    private Recorded recorded(
            long number, Action action, @Nullable String key, Map<String, String> sent, long start, String status, Map<String, String> answer) {
        String account = action == Action.OPEN_SHARE ? World.NOBODY : ACCOUNT;
        int node = (int) ((number - 1) % nodes.size());
        return new Recorded(
                new Call(number, 0, account, node, action, key, sent, start), Optional.of(new Outcome(number, status, answer, clock++)));
    }

    /** The journal and one more call, which never was. */
    List<Recorded> with(Action action, @Nullable String key, Map<String, String> sent, String status, Map<String, String> answer) {
        List<Recorded> longer = new ArrayList<>(journal);
        longer.add(recorded(longer.size() + 1, action, key, sent, clock++, status, answer));
        return longer;
    }

    /** As if the last call's answer had never come. */
    void loseTheAnswer() {
        Recorded last = journal.removeLast();
        journal.add(new Recorded(last.call(), Optional.of(new Outcome(last.call().number(), Outcome.NONE, Map.of(), clock++))));
    }

    private byte[] picture() {
        return Pictures.jpeg(64, 48, ++pictures);
    }

    private static Map<String, String> image(Answer answer) {
        return Map.of("image", answer.at("id"));
    }

    String upload(@Nullable String album) {
        return upload("key-" + journal.size(), picture(), album);
    }

    String upload(String key, byte[] picture, @Nullable String album) {
        Map<String, String> sent = new HashMap<>(Map.of("sha256", Sha256.of(picture).hex()));
        if (album != null) {
            sent.put("album", album);
        }
        String[] fields = album == null ? new String[0] : new String[] {"albumId", album};
        return note(Action.UPLOAD, key, sent, () -> node().with("Idempotency-Key", key).upload("sea.jpg", picture, fields), LittleRun::image)
                .at("id");
    }

    /** One request, answered twice. */
    String uploadTwice(String key) {
        byte[] picture = picture();
        upload(key, picture, null);
        return upload(key, picture, null);
    }

    String direct() {
        byte[] picture = picture();
        Map<String, String> content = Map.of("sha256", Sha256.of(picture).hex());
        JsonNode slot = note(Action.OPEN_DIRECT, null, content,
                () -> node().post("uploads", Map.of("files", List.of(
                        Map.of("filename", "a.jpg", "byteSize", picture.length, "mediaType", "image/jpeg")))),
                answer -> Map.of("upload", answer.json().path(0).path("uploadId").asText())).json().path(0);
        Map<String, String> upload = Map.of("upload", slot.path("uploadId").asText(), "sha256", content.get("sha256"));
        note(Action.SEND_DIRECT, null, upload, () -> new Client(node().service(), Map.of("Content-Type", "image/jpeg"))
                .send("PUT", slot.path("url").asText(), BodyPublishers.ofByteArray(picture)), answer -> Map.of());
        return note(Action.COMPLETE, null, upload, () -> node().post("uploads/" + upload.get("upload") + "/complete", ""), LittleRun::image)
                .at("id");
    }

    String resumable() {
        byte[] picture = picture();
        Map<String, String> content = Map.of("sha256", Sha256.of(picture).hex());
        String place = note(Action.OPEN_TUS, null, content,
                () -> node().with("Tus-Resumable", "1.0.0").with("Upload-Length", "" + picture.length)
                        .with("Upload-Metadata", "filename YS5qcGc=").send("POST", "uploads/resumable", BodyPublishers.noBody()),
                answer -> Map.of("upload", last(answer.header("Location")))).header("Location");
        int half = picture.length / 2;
        part(place, content.get("sha256"), picture, 0, half);
        return last(part(place, content.get("sha256"), picture, half, picture.length).header("Content-Location"));
    }

    private Answer part(String place, String sha256, byte[] picture, int from, int to) {
        boolean isLast = to == picture.length;
        Map<String, String> sent = Map.of("upload", last(place), "sha256", sha256, "offset", "" + from, "last", "" + isLast);
        return note(Action.SEND_TUS, null, sent,
                () -> node().with("Tus-Resumable", "1.0.0").with("Upload-Offset", "" + from).with("Content-Type", "application/offset+octet-stream")
                        .send("PATCH", URI.create(place).getPath(), BodyPublishers.ofByteArray(picture, from, to - from)).expect(204),
                answer -> isLast ? Map.of("image", last(answer.header("Content-Location"))) : Map.of());
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    String album(String title) {
        return note(Action.CREATE_ALBUM, "album " + title, Map.of("title", title),
                () -> node().with("Idempotency-Key", "album-" + title).post("albums", Map.of("title", title)).expect(201),
                answer -> Map.of("album", answer.at("id"))).at("id");
    }

    void place(String album, String image) {
        note(Action.ADD_TO_ALBUM, null, Map.of("album", album, "image", image),
                () -> node().put("albums/" + album + "/images/" + image), answer -> Map.of());
    }

    /** To the front. */
    void move(String album, String image) {
        note(Action.MOVE_IN_ALBUM, null, Map.of("album", album, "image", image),
                () -> node().patch("albums/" + album + "/images/" + image, Collections.singletonMap("after", null)).expect(204),
                answer -> Map.of());
    }

    void trash(String image) {
        note(Action.TRASH, null, Map.of("image", image), () -> node().delete("images/" + image).expect(204), answer -> Map.of());
    }

    void restore(String image) {
        note(Action.RESTORE, null, Map.of("image", image), () -> node().post("trash/" + image + "/restore", "").expect(200), answer -> Map.of());
    }

    void purge(String image) {
        note(Action.PURGE, null, Map.of("image", image), () -> node().delete("trash/" + image).expect(204), answer -> Map.of());
    }

    void rename(String image, String title) {
        note(Action.RENAME_IMAGE, null, Map.of("image", image, "title", title),
                () -> node().patch("images/" + image, Map.of("title", title)).expect(200), answer -> Map.of());
    }

    void tag(String image, String tag) {
        note(Action.TAG, null, Map.of("image", image, "tag", tag), () -> node().put("images/" + image + "/tags/" + tag), answer -> Map.of());
    }

    /** The link's id. */
    String share(String album) {
        return note(Action.CREATE_SHARE, null, Map.of("album", album),
                () -> node().post("shares", Map.of("resourceType", "album", "resourceId", album)).expect(201),
                answer -> Map.of("share", answer.at("id"), "token", answer.at("token"))).at("id");
    }

    void revoke(String share) {
        note(Action.REVOKE_SHARE, null, Map.of("share", share), () -> node().delete("shares/" + share).expect(204), answer -> Map.of());
    }

    void read(String image, String size) {
        note(Action.READ, null, Map.of("image", image, "size", size), () -> node().get("images/" + image + "/" + size).expect(200),
                answer -> Map.of("sha256", Sha256.of(answer.body()).hex(), "complete", "true"));
    }

    void settle(List<String> images) {
        images.forEach(image -> nodes.getFirst().settled(image));
    }
}
