package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way in keeps, the same on every storage. */
abstract class UploadContract extends OnStorage {

    private static final byte[] PICTURE = Pictures.jpegOrientedWithGps(6);

    @ParameterizedTest
    @EnumSource
    void endsInAReadyImageThatIsChargedOnce(UploadWay way) {
        Client owner = owner(way, "ready");
        String album = owner.post("albums", Map.of("title", "Garden")).expect(201).at("id");

        Answer uploaded = way.send(owner, "roses.jpg", PICTURE, Map.of("albumId", album, "sha256", Sha256.of(PICTURE).hex()));

        assertThat(uploaded.status()).as(uploaded.text()).isIn(200, 201);
        JsonNode image = owner.settled(uploaded.at("id"));
        assertThat(image.path("status").asText()).isEqualTo("ready");
        assertThat(image.path("filename").asText()).isEqualTo("roses.jpg");
        assertThat(image.path("mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(owner.get("images/" + uploaded.at("id") + "/original").expect(200).body()).isEqualTo(PICTURE);
        assertThat(owner.get("albums/" + album + "/images").expect(200).items("id")).containsExactly(uploaded.at("id"));
        assertUsed(owner, PICTURE.length, 0);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheImageThatIsThereForTheSameBytes(UploadWay way) {
        Client owner = owner(way, "again");
        String first = way.send(owner, PICTURE).at("id");

        Answer again = way.send(owner, "other.jpg", PICTURE, Map.of()).expect(200);

        assertThat(again.at("id")).isEqualTo(first);
        assertThat(again.json().path("duplicate").asBoolean()).isTrue();
        assertUsed(owner, PICTURE.length, 0);
    }

    @ParameterizedTest
    @EnumSource
    void refusesInTheSameWords(UploadWay way) {
        Client owner = owner(way, "words");
        Client other = owner(way, "words-other");
        String hidden = other.post("albums", Map.of("title", "Theirs")).expect(201).at("id");

        assertThat(way.send(owner, Pictures.truncatedJpeg()).expect(422).at("code")).isEqualTo("image-truncated");
        assertThat(way.send(owner, "<svg/>".getBytes(StandardCharsets.US_ASCII)).expect(415).at("code"))
                .isEqualTo("unsupported-type");
        assertThat(way.send(owner, "a.jpg", PICTURE, Map.of("albumId", hidden)).expect(404).at("code")).isEqualTo("not-found");
        assertThat(way.send(owner, "", PICTURE, Map.of()).expect(400).at("errors/0/code")).isEqualTo("filename-missing");
        assertThat(way.send(owner, "a.jpg", PICTURE, Map.of("sha256", Sha256.of("other").hex())).status()).isBetween(400, 499);
        assertThat(way.send(anyone, PICTURE).status()).isEqualTo(401);
        assertThat(owner.get("images").expect(200).items("id")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void warnsBeforeTheQuotaIsUsedUpAndThenSaysWhatIsLeft(UploadWay way) {
        Client owner = owner(way, "warned");
        byte[] second = Pictures.jpeg(40, 30, 5);
        limit(owner, PICTURE.length * 5L / 4);
        Answer high = way.send(owner, PICTURE);
        assertThat(high.at("quotaWarning")).isEqualTo("high");
        assertThat(owner.get("users/me/usage").expect(200).at("quotaWarning")).isEqualTo("high");

        limit(owner, PICTURE.length + second.length);
        assertThat(way.send(owner, second).at("quotaWarning")).isEqualTo("critical");

        Answer full = way.send(owner, Pictures.jpeg(40, 30, 6)).expect(507);
        assertThat(full.at("code")).isEqualTo("quota-exceeded");
        assertThat(full.json().path("bytesLeft").asLong(-1)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void neverPassesTheQuotaWhenManyComeAtOnce(UploadWay way) {
        Client owner = owner(way, "many");
        List<byte[]> files = IntStream.range(0, 24).mapToObj(i -> Pictures.jpeg(40, 30, 100 + i)).toList();
        long quota = files.stream().limit(8).mapToLong(file -> file.length).sum();
        limit(owner, quota);

        List<Answer> answers = atOnce(files.size(), i -> way.send(owner, files.get(i)));

        long taken = 0;
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            assertThat(answers.get(i).status()).as(answers.get(i).text()).isIn(200, 201, 507);
            if (answers.get(i).status() == 507) {
                refused.add(files.get(i).length);
            } else {
                taken += files.get(i).length;
            }
        }
        assertThat(taken).isLessThanOrEqualTo(quota);
        assertThat(refused).isNotEmpty();
        long left = quota - taken;
        assertThat(refused).allSatisfy(size -> assertThat((long) size).isGreaterThan(left));
        assertUsed(owner, taken, 0);
    }

    @Test
    void reservesWhatIsAnnouncedUntilItEnds() {
        Client owner = owner(UploadWay.DIRECT, "reserved");
        List<Map<String, Object>> files = List.of(announced(PICTURE.length), announced(7));
        JsonNode slots = owner.post("uploads", Map.of("files", files)).expect(201).json();
        assertUsed(owner, 0, PICTURE.length + 7);
        assertThat(slots).hasSize(2);

        String first = "uploads/" + slots.get(0).path("uploadId").asText();
        String second = "uploads/" + slots.get(1).path("uploadId").asText();
        assertThat(owner.post(first + "/complete", "").expect(409).at("code")).isEqualTo("upload-incomplete");
        owner.delete(second).expect(204);
        owner.get(second).expect(404);
        assertUsed(owner, 0, PICTURE.length);

        assertThat(UploadWay.put(anyone, slots.get(0), PICTURE).status()).isIn(200, 204);
        String image = owner.post(first + "/complete", "").expect(200).at("id");
        assertUsed(owner, PICTURE.length, 0);
        Answer seen = owner.get(first).expect(200);
        assertThat(List.of(seen.at("state"), seen.at("imageId"))).containsExactly("completed", image);
        owner.delete(first).expect(409);
    }

    @Test
    void takesOtherBytesUntilCompletedAndOnlyWhatWasAnnounced() {
        Client owner = owner(UploadWay.DIRECT, "replaced");
        byte[] broken = new byte[PICTURE.length];
        JsonNode slot = owner.post("uploads", Map.of("files", List.of(announced(PICTURE.length)))).expect(201).json().get(0);
        String complete = "uploads/" + slot.path("uploadId").asText() + "/complete";

        assertThat(UploadWay.put(anyone, slot, new byte[PICTURE.length - 1]).status()).isBetween(400, 499);
        assertThat(UploadWay.put(anyone, slot, new byte[PICTURE.length + 1]).status()).isBetween(400, 499);
        owner.post(complete, "").expect(409);
        assertThat(UploadWay.put(anyone, slot, broken).status()).isIn(200, 204);
        owner.post(complete, "").expect(415);
        assertThat(UploadWay.put(anyone, slot, PICTURE).status()).isIn(200, 204);
        String image = owner.post(complete, "").expect(200).at("id");

        assertThat(owner.get("images/" + image + "/original").expect(200).body()).isEqualTo(PICTURE);
    }

    @Test
    void completesOnceHoweverManyTry() {
        Client owner = owner(UploadWay.DIRECT, "once");
        JsonNode slot = owner.post("uploads", Map.of("files", List.of(announced(PICTURE.length)))).expect(201).json().get(0);
        assertThat(UploadWay.put(anyone, slot, PICTURE).status()).isIn(200, 204);

        List<Answer> answers = atOnce(8, i -> owner.post("uploads/" + slot.path("uploadId").asText() + "/complete", ""));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.stream().map(answer -> answer.at("id")).distinct()).hasSize(1);
        assertThat(owner.get("images").expect(200).items("id")).hasSize(1);
        assertUsed(owner, PICTURE.length, 0);
    }

    @Test
    void goesOnWhereItBrokeOff() {
        Client owner = owner(UploadWay.TUS, "resumes");
        Client tus = owner.with("Tus-Resumable", "1.0.0");
        Client part = tus.with("Content-Type", "application/offset+octet-stream");
        Answer begun = part.with("Upload-Length", "" + PICTURE.length).with("Upload-Metadata", "filename YS5qcGc=,filetype aW1hZ2UvanBlZw==")
                .send("POST", "uploads/resumable", BodyPublishers.ofByteArray(PICTURE, 0, 10)).expect(201);
        String location = begun.header("Location");
        assertThat(begun.header("Upload-Offset")).isEqualTo("10");
        assertThat(begun.header("Upload-Expires")).endsWith("GMT");
        assertUsed(owner, 0, PICTURE.length);

        Answer head = tus.send("HEAD", location, BodyPublishers.noBody()).expect(200);
        assertThat(List.of(head.header("Upload-Offset"), head.header("Upload-Length"), head.header("Cache-Control"), head.header("Tus-Resumable")))
                .containsExactly("10", "" + PICTURE.length, "no-store", "1.0.0");
        BodyPublisher rest = BodyPublishers.ofByteArray(PICTURE, 10, PICTURE.length - 10);
        assertThat(part.with("Upload-Offset", "9").send("PATCH", location, rest).expect(409).at("code")).isEqualTo("offset-mismatch");
        part.with("Upload-Offset", "10").with("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(new byte[20]))
                .send("PATCH", location, rest).expect(460);
        part.with("Upload-Offset", "10").with("Upload-Checksum", "crc9 AA==").send("PATCH", location, rest).expect(400);
        part.with("Upload-Offset", "10").with("Content-Type", "text/plain").send("PATCH", location, rest).expect(415);
        part.with("Tus-Resumable", "0.2").with("Upload-Offset", "10").send("PATCH", location, rest).expect(412);
        Answer done = part.with("Upload-Offset", "10").with("Upload-Checksum", "sha256 " + base64Sha256(PICTURE, 10))
                .send("PATCH", location, rest).expect(204);

        assertThat(owner.get(done.header("Content-Location") + "/original").expect(200).body()).isEqualTo(PICTURE);
        assertUsed(owner, PICTURE.length, 0);
        assertThat(tus.send("HEAD", location, BodyPublishers.noBody()).expect(200).header("Upload-Offset")).isEqualTo("" + PICTURE.length);
    }

    /** By the client that everybody uses, through a network that breaks eight times. */
    @Test
    void goesOnHoweverOftenTheNetworkBreaks(@TempDir Path folder) throws Exception {
        TusClient tus = TusClient.installed(folder.resolve("client"));
        Client owner = owner(UploadWay.TUS, "cut");
        byte[] picture = Pictures.jpeg(3000, 2000, 77);
        Path file = Files.write(folder.resolve("cut.jpg"), picture);
        try (CuttingProxy proxy = new CuttingProxy(anyone.service(), 4711, 8, picture.length / 50)) {
            URI location = tus.upload(proxy.address().resolve("/api/v1/uploads/resumable"), owner.headers().get("Authorization"), file);

            assertThat(proxy.cuts()).isGreaterThanOrEqualTo(8);
            String id = location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
            String image = owner.get("uploads/" + id).expect(200).at("imageId");
            assertThat(owner.get("images/" + image + "/original").expect(200).body()).isEqualTo(picture);
            assertUsed(owner, picture.length, 0);
        }
    }

    @Test
    void givesAResumableUploadUp() {
        Client owner = owner(UploadWay.TUS, "gives-up");
        Client tus = owner.with("Tus-Resumable", "1.0.0");
        String location = tus.with("Upload-Length", "1000").with("Upload-Metadata", "filename YS5qcGc=")
                .with("Content-Type", "application/offset+octet-stream")
                .send("POST", "uploads/resumable", BodyPublishers.ofByteArray(PICTURE, 0, 10)).expect(201).header("Location");

        tus.send("DELETE", location, BodyPublishers.noBody()).expect(204);

        tus.send("HEAD", location, BodyPublishers.noBody()).expect(404);
        assertUsed(owner, 0, 0);
    }

    @Test
    void saysWhatIsWrongWithATusRequest() {
        Client owner = owner(UploadWay.TUS, "wrong");
        Client tus = owner.with("Tus-Resumable", "1.0.0").with("Upload-Metadata", "filename YS5qcGc=");

        assertThat(owner.send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(412).header("Tus-Version")).isEqualTo("1.0.0");
        tus.send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "-1").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "0").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "9000000000000").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(413);
        tus.with("Upload-Length", "9").with("Upload-Metadata", "filename %%%").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "9").with("Upload-Metadata", "x").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        Answer about = anyone.send("OPTIONS", "uploads/resumable", BodyPublishers.noBody()).expect(204);
        assertThat(about.header("Tus-Extension")).isEqualTo("creation,creation-with-upload,termination,checksum,expiration");
        assertThat(about.header("Tus-Max-Size")).isEqualTo("2147483648");
        assertUsed(owner, 0, 0);
    }

    private static String base64Sha256(byte[] bytes, int from) {
        return Base64.getEncoder().encodeToString(
                HexFormat.of().parseHex(Sha256.of(Arrays.copyOfRange(bytes, from, bytes.length)).hex()));
    }

    @Test
    void saysWhatIsWrongWithAnAnnouncement() {
        Client owner = owner(UploadWay.DIRECT, "announces");
        Map<String, Object> file = announced(3);

        assertThat(refused(owner, file, "byteSize", 0)).isEqualTo("/files/0/byteSize");
        assertThat(refused(owner, file, "byteSize", "many")).isEqualTo("/files/0/byteSize");
        assertThat(refused(owner, file, "sha256", "abc")).isEqualTo("/files/0/sha256");
        assertThat(refused(owner, file, "filename", "..")).isEqualTo("/files/0/filename");
        assertThat(refused(owner, file, "rank", 1)).isEqualTo("/files/0/rank");
        owner.post("uploads", Map.of("files", List.of(with(file, "mediaType", "application/pdf")))).expect(415);
        owner.post("uploads", Map.of("files", List.of(with(file, "byteSize", Long.MAX_VALUE)))).expect(413);
        owner.post("uploads", Map.of("files", List.of())).expect(400);
        owner.post("uploads", Map.of("files", Collections.nCopies(101, file))).expect(400);
        assertUsed(owner, 0, 0);
    }

    private static String refused(Client owner, Map<String, Object> file, String field, Object value) {
        return owner.post("uploads", Map.of("files", List.of(with(file, field, value)))).expect(400).at("errors/0/pointer");
    }

    private static Map<String, Object> with(Map<String, Object> file, String field, Object value) {
        Map<String, Object> other = new HashMap<>(file);
        other.put(field, value);
        return other;
    }

    private static Map<String, Object> announced(int byteSize) {
        return Map.of("filename", "a.jpg", "byteSize", byteSize, "mediaType", "image/jpeg");
    }

    private Client owner(UploadWay way, String name) {
        return anyone.register(way.name().toLowerCase(Locale.ROOT) + "-" + name);
    }

    private void limit(Client owner, long bytes) {
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        admin.patch("admin/users/" + owner.get("users/me").expect(200).at("id"), Map.of("quotaBytes", bytes)).expect(200);
    }

    private static void assertUsed(Client owner, long used, long reserved) {
        JsonNode usage = owner.get("users/me/usage").expect(200).json();
        assertThat(List.of(usage.path("usedBytes").asLong(), usage.path("reservedBytes").asLong())).containsExactly(used, reserved);
    }

    private static List<Answer> atOnce(int number, IntFunction<Answer> call) {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, number).mapToObj(i -> many.submit(() -> call.apply(i))).toList();
            return answers.stream().map(UploadContract::got).toList();
        }
    }

    private static Answer got(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
