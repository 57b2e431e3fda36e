package dev.albumen.bootstrap.chaos;

import static dev.albumen.bootstrap.chaos.Caller.succeeded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.chaos.Caller.Notes;
import dev.albumen.bootstrap.chaos.Caller.Plan;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Uploads in every way, with keys and retries, of what is new and of what is there. */
final class UploadHabits implements Habits {

    private static final int ECHOES = 4;
    private static final int PARTS = 3;
    private static final int LEFT_PERCENT = 4;
    private static final int ABORTED_PERCENT = 6;
    private static final int INTO_ALBUM_PERCENT = 30;
    private static final Notes IMAGE = answer -> Map.of("image", answer.at("id"), "duplicate", "" + answer.json().path("duplicate").asBoolean());
    private static final int MOST_PARTS_SENT = 40;

    private final Caller caller;
    private final Dice dice;
    private final Belongings own;
    private final Ending ending;

    UploadHabits(Caller caller, Dice dice, Belongings own, Ending ending) {
        this.caller = caller;
        this.dice = dice;
        this.own = own;
        this.ending = ending;
    }

    @Override
    public List<Habit> all() {
        return List.of(
                new Habit(24, () -> inAForm(Picture.drawn(dice), key())),
                new Habit(12, () -> directly(Picture.drawn(dice))),
                new Habit(12, () -> inParts(Picture.drawn(dice))),
                new Habit(3, this::again),
                new Habit(2, this::twins),
                new Habit(2, this::echoes));
    }

    private String key() {
        return "k" + Long.toHexString(dice.number());
    }

    private Optional<String> album() {
        return dice.inHundred(INTO_ALBUM_PERCENT) ? own.album(dice) : Optional.empty();
    }

    private void inAForm(Picture picture, String key) {
        sendForm(picture, key, album());
    }

    private void sendForm(Picture picture, String key, Optional<String> album) {
        Map<String, String> sent = new HashMap<>(Map.of("sha256", picture.sha256()));
        album.ifPresent(id -> sent.put("album", id));
        Plan plan = new Plan(Action.UPLOAD, sent, client -> client.upload("photo.jpg", picture.bytes(),
                album.map(id -> new String[] {"albumId", id}).orElse(new String[0])));
        keep(caller.untilAnswered(plan.noting(IMAGE).under(key)), picture, album);
    }

    private void keep(Optional<Answer> answer, Picture picture, Optional<String> album) {
        if (succeeded(answer)) {
            keep(answer.get().at("id"), picture, album);
        }
    }

    private void keep(String image, Picture picture, Optional<String> album) {
        own.gained(image, picture);
        album.ifPresent(id -> own.placed(id, image));
    }

    /** What is there already, in any way. */
    private void again() {
        own.image(dice).ifPresent(image -> {
            switch (dice.below(3)) {
                case 0 -> inAForm(image.getValue(), key());
                case 1 -> directly(image.getValue());
                default -> inParts(image.getValue());
            }
        });
    }

    /** The same bytes twice at once, under two keys. */
    private void twins() {
        Picture picture = Picture.drawn(dice);
        atOnce(List.of(() -> sendForm(picture, key(), Optional.empty()), () -> sendForm(picture, key(), Optional.empty())));
    }

    /** The same request many times at once, under one key. */
    private void echoes() {
        Picture picture = Picture.drawn(dice);
        String key = key();
        List<Runnable> senders = new ArrayList<>();
        for (int i = 0; i < ECHOES; i++) {
            senders.add(() -> sendForm(picture, key, Optional.empty()));
        }
        atOnce(senders);
    }

    private static void atOnce(List<Runnable> acts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            acts.forEach(threads::submit);
        }
    }

    private void directly(Picture picture) {
        Optional<String> album = album();
        Map<String, Object> body = new HashMap<>(Map.of("files", List.of(
                Map.of("filename", "photo.jpg", "byteSize", picture.bytes().length, "mediaType", "image/jpeg"))));
        album.ifPresent(id -> body.put("albumId", id));
        Optional<Answer> opened = caller.untilAnswered(new Plan(Action.OPEN_DIRECT, opening(picture, album), client -> client.post("uploads", body))
                .noting(answer -> Map.of("upload", answer.json().path(0).path("uploadId").asText())).under(key()));
        if (!succeeded(opened)) {
            return;
        }
        JsonNode slot = opened.get().json().get(0);
        Map<String, String> sent = Map.of("upload", slot.path("uploadId").asText(), "sha256", picture.sha256());
        if (!leftOrAborted(sent)
                && succeeded(caller.untilAnswered(new Plan(Action.SEND_DIRECT, sent, client -> put(client, slot, picture.bytes()))))) {
            complete(sent, picture, album);
        }
    }

    private static Map<String, String> opening(Picture picture, Optional<String> album) {
        Map<String, String> sent = new HashMap<>(Map.of("sha256", picture.sha256(), "bytes", "" + picture.bytes().length));
        album.ifPresent(id -> sent.put("album", id));
        return sent;
    }

    /** Where the client was told to; if that is the service, then the node that is asked now, whichever opened the upload. */
    private static Answer put(Client client, JsonNode slot, byte[] bytes) {
        Map<String, String> headers = new HashMap<>();
        slot.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        URI url = URI.create(slot.path("url").asText());
        boolean own = url.getPath().startsWith("/api/v1/");
        Answer answer = new Client(client.service(), headers).send(slot.path("method").asText(),
                own ? url.getRawPath() + "?" + url.getRawQuery() : url.toString(), BodyPublishers.ofByteArray(bytes));
        if (!own && answer.status() >= 500) {
            // The store's trouble is of our making, and no answer of the service.
            throw new UncheckedIOException(new IOException("the store answered " + answer.status()));
        }
        return answer;
    }

    private boolean leftOrAborted(Map<String, String> upload) {
        if (dice.inHundred(ABORTED_PERCENT)) {
            caller.untilAnswered(new Plan(Action.ABORT, Map.of("upload", upload.get("upload")),
                    client -> client.delete("uploads/" + upload.get("upload"))));
            return true;
        }
        return dice.inHundred(LEFT_PERCENT);
    }

    private void complete(Map<String, String> sent, Picture picture, Optional<String> album) {
        keep(caller.untilAnswered(new Plan(Action.COMPLETE, sent, client -> client.post("uploads/" + sent.get("upload") + "/complete", ""))
                .noting(IMAGE)), picture, album);
    }

    private void inParts(Picture picture) {
        Optional<String> album = album();
        String metadata = "filename " + base64("photo.jpg") + album.map(id -> ",albumId " + base64(id)).orElse("");
        Optional<Answer> opened = caller.untilAnswered(new Plan(Action.OPEN_TUS, opening(picture, album), client -> tus(client)
                .with("Upload-Length", "" + picture.bytes().length).with("Upload-Metadata", metadata)
                .send("POST", "uploads/resumable", BodyPublishers.noBody()))
                .noting(answer -> Map.of("upload", lastOf(answer.header("Location")))));
        if (succeeded(opened)) {
            Map<String, String> sent = Map.of("upload", lastOf(opened.get().header("Location")), "sha256", picture.sha256());
            if (!leftOrAborted(sent)) {
                sendParts(sent, picture, album);
            }
        }
    }

    /** Any node takes the next part. Where one's answer is missing, the offset is asked for. */
    private void sendParts(Map<String, String> upload, Picture picture, Optional<String> album) {
        int part = Math.max(1, picture.bytes().length / PARTS);
        int offset = 0;
        for (int sent = 0; sent < MOST_PARTS_SENT; sent++) {
            boolean last = offset + part >= picture.bytes().length;
            Optional<Answer> answer = caller.once(part(upload, picture, offset, last ? picture.bytes().length - offset : part, last));
            if (succeeded(answer) && last) {
                keep(lastOf(answer.get().header("Content-Location")), picture, album);
                return;
            }
            Optional<Integer> next = succeeded(answer) ? Optional.of(offset + part) : offset(upload);
            if (next.isEmpty()) {
                return;
            }
            offset = next.get();
            if (offset >= picture.bytes().length) {
                complete(upload, picture, album);
                return;
            }
        }
    }

    private static Plan part(Map<String, String> upload, Picture picture, int offset, int length, boolean last) {
        Map<String, String> sent = new HashMap<>(upload);
        sent.putAll(Map.of("offset", "" + offset, "last", "" + last));
        return new Plan(Action.SEND_TUS, sent, client -> tus(client)
                .with("Upload-Offset", "" + offset).with("Content-Type", "application/offset+octet-stream")
                .send("PATCH", "uploads/resumable/" + upload.get("upload"), BodyPublishers.ofByteArray(picture.bytes(), offset, length)))
                .noting(answer -> last ? Map.of("image", lastOf(answer.header("Content-Location"))) : Map.of());
    }

    /** Empty where the upload is over, or the run. */
    private Optional<Integer> offset(Map<String, String> upload) {
        ending.pause(Duration.ofMillis(100));
        Optional<Answer> answer = caller.untilAnswered(new Plan(Action.ASK_TUS, Map.of("upload", upload.get("upload")), client -> tus(client)
                .send("HEAD", "uploads/resumable/" + upload.get("upload"), BodyPublishers.noBody()))
                .noting(found -> Map.of("offset", found.header("Upload-Offset"))));
        return succeeded(answer) ? Optional.of(Integer.parseInt(answer.get().header("Upload-Offset"))) : Optional.empty();
    }

    private static Client tus(Client client) {
        return client.with("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lastOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
