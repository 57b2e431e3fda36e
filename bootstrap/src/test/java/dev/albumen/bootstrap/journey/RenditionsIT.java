package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** In what form pictures come, and what becomes of them when their recipes change. */
@TestInstance(Lifecycle.PER_CLASS)
class RenditionsIT {

    private static final String BROWSER = "image/avif,image/webp,image/apng,image/*,*/*;q=0.8";
    private static final String OLD = "{thumbnail-v0.jpg,preview-v0.jpg,large-v0.jpg}";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private AlbumenProcess albumen;
    private Client anyone;
    private Path home;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        albumen = AlbumenProcess.start(home, Map.of());
        anyone = Client.of(albumen.awaitReady());
    }

    @AfterAll
    void stop() {
        albumen.close();
    }

    @Test
    void comeInTheFormatThatIsAskedForWithTagsThatTellNothing() throws Exception {
        Client ada = anyone.register("ada");
        byte[] file = Pictures.jpeg(500, 400, 1);
        String id = uploaded(ada, file);
        String token = ada.post("shares", Map.of("resourceType", "image", "resourceId", id)).expect(201).at("token");
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        Map<String, String> accepts = new LinkedHashMap<>();
        accepts.put("image/webp,*/*;q=0.5", "image/webp");
        accepts.put("image/jpeg,image/webp;q=0.9", "image/jpeg");
        accepts.put("*/*", "image/jpeg");
        for (String address : List.of(ada.get("images/" + id).at("urls/preview"), "public/shares/" + token + "/images/" + id + "/preview")) {
            await(() -> mediaType(anyone.with("Accept", "image/webp").get(address)).equals("image/webp"));
            List<String> tags = new ArrayList<>();
            accepts.forEach((accept, mediaType) -> {
                Client client = anyone.with("Accept", accept);
                Answer whole = client.get(address).expect(200);
                assertThat(whole.header("Content-Type")).as(accept).isEqualTo(mediaType);
                assertThat(whole.header("Vary")).contains("Accept");
                String tag = whole.header("ETag");
                assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"").doesNotContain(sha256.substring(0, 8));
                Answer again = client.with("If-None-Match", tag).get(address).expect(304);
                assertThat(again.header("ETag")).isEqualTo(tag);
                assertThat(again.header("Vary")).contains("Accept");
                tags.add(tag);
            });
            assertThat(tags.get(0)).isNotEqualTo(tags.get(1));
            assertThat(tags.get(1)).isEqualTo(tags.get(2));
            anyone.with("Accept", "image/webp").with("If-None-Match", tags.get(1)).get(address).expect(200);
        }
    }

    @Test
    void comeAsAvifOnceSomebodyAskedForThat() {
        assumeTrue(anyone.get("settings").expect(200).text().contains("image/avif"), "the engine here writes no AVIF");
        Client eve = anyone.register("eve");
        String id = uploaded(eve, Pictures.jpeg(500, 400, 2));
        Client browser = eve.with("Accept", BROWSER);

        assertThat(mediaType(browser.get("images/" + id + "/thumbnail"))).isEqualTo("image/webp");
        await(() -> mediaType(browser.get("images/" + id + "/thumbnail")).equals("image/avif"));
        Answer avif = browser.get("images/" + id + "/thumbnail");
        assertThat(new String(avif.body(), 4, 8, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("ftypavif");
    }

    @Test
    void comeLargeOnceSomebodyAsksForThat() throws Exception {
        Client lea = anyone.register("lea");
        String id = uploaded(lea, Pictures.jpeg(1800, 1200, 4));
        Path made = folder(sha256(lea, id)).resolve("large-v1.jpg");
        assertThat(made).doesNotExist();
        String signed = lea.get("images/" + id).at("urls/large");
        String token = lea.post("shares", Map.of("resourceType", "image", "resourceId", id)).expect(201).at("token");
        List<Callable<Answer>> askers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            askers.add(() -> anyone.get(signed));
            askers.add(() -> lea.get("images/" + id + "/large"));
            askers.add(() -> anyone.get("public/shares/" + token + "/images/" + id + "/large"));
        }
        List<String> tags = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> asked : threads.invokeAll(askers)) {
                Answer large = asked.get().expect(200);
                assertThat(large.header("Content-Type")).isEqualTo("image/jpeg");
                assertThat(ImageIO.read(new ByteArrayInputStream(large.body())).getWidth()).isEqualTo(1800);
                tags.add(large.header("ETag"));
            }
        }
        assertThat(tags).hasSize(15).containsOnly(tags.getFirst());
        assertThat(made).exists();
        anyone.with("If-None-Match", tags.getFirst()).get(signed).expect(304);
        Answer part = anyone.with("Range", "bytes=10-19").get(signed).expect(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(Files.readAllBytes(made), 10, 20));
        await(() -> mediaType(anyone.with("Accept", "image/webp").get(signed)).equals("image/webp"));
    }

    @Test
    void comeLargeInArchivesAndWithMarksToo() throws Exception {
        Client max = anyone.register("max");
        String id = uploaded(max, Pictures.jpeg(1700, 1100, 5));
        assertThat(anyone.get(max.get("images/" + id).at("urls/preview")).expect(200).header("Content-Length"))
                .isEqualTo(max.json("HEAD", "images/" + id + "/preview", "").expect(200).header("Content-Length"));
        String album = max.post("albums", Map.of("title", "Sea")).expect(201).at("id");
        max.post("albums/" + album + "/images", Map.of("imageIds", List.of(id)));
        String link = "public/shares/" + max.post("shares", Map.of("resourceType", "album", "resourceId", album, "watermark", true))
                .expect(201).at("token");

        Answer marked = anyone.get(link + "/images/" + id + "/large").expect(200);
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(max.get("albums/" + album + "/archive?size=2048").expect(200).body()))) {
            zip.getNextEntry();
            byte[] entry = zip.readAllBytes();
            assertThat(ImageIO.read(new ByteArrayInputStream(entry)).getWidth()).isEqualTo(1700);
            assertThat(entry).isEqualTo(max.get("images/" + id + "/large").expect(200).body()).isNotEqualTo(marked.body());
        }
        assertThat(ImageIO.read(new ByteArrayInputStream(marked.body())).getWidth()).isEqualTo(1700);
    }

    @Test
    void areMadeAnewWhenTheyAreLookedAt() throws Exception {
        Client bob = anyone.register("bob");
        String id = uploaded(bob, Pictures.jpeg(500, 400, 3));
        age(id, sha256(bob, id));
        byte[] old = bob.get("images/" + id + "/thumbnail").expect(200).body();

        assertThat(old).isNotEmpty();
        await(() -> outdated(id) == 0);
        bob.with("Accept", "image/webp").get("images/" + id + "/preview").expect(200);
    }

    @Test
    void areMadeAnewByCommandHoweverOftenItIsKilled() throws Exception {
        Client tina = anyone.register("tina");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(uploaded(tina, Pictures.jpeg(300, 200, 10 + i)));
            age(ids.get(i), sha256(tina, ids.get(i)));
        }
        // never closed: that would end the database, which is the service's
        AlbumenProcess killed = AlbumenProcess.start(home, Map.of(), List.of("rerender", "--at-once", "1"));
        await(() -> killed.output().contains("images to render anew"));
        killed.kill();
        AlbumenProcess again = AlbumenProcess.start(home, Map.of(), List.of("rerender"));
        assertThat(again.awaitExit()).as(again.output() + again.errors()).isZero();
        assertThat(again.errors()).isEmpty();
        for (String id : ids) {
            assertThat(outdated(id)).isZero();
            tina.with("Accept", "image/webp").get("images/" + id + "/large").expect(200);
        }
        AlbumenProcess none = AlbumenProcess.start(home, Map.of(), List.of("rerender"));
        assertThat(none.awaitExit()).isZero();
        assertThat(none.output()).contains("Every image is rendered");
    }

    /** Of other tests' pictures nothing is asked: they may be in any state. */
    @Test
    void areMissedByVerifyingAndMadeAnew() throws Exception {
        Client vera = anyone.register("vera");
        String bare = uploaded(vera, Pictures.jpeg(300, 200, 31));
        String altered = uploaded(vera, Pictures.jpeg(300, 200, 32));
        Path thumbnail = folder(sha256(vera, bare)).resolve("thumbnail-v1.jpg");
        Files.delete(thumbnail);
        String hex = sha256(vera, altered).hex();
        Path original = home.resolve("blobs/originals").resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
        byte[] whole = Files.readAllBytes(original);
        Files.delete(original);
        Files.write(original, new byte[whole.length]);

        AlbumenProcess found = AlbumenProcess.start(home, Map.of(), List.of("verify"));
        assertThat(found.awaitExit()).as(found.output() + found.errors()).isEqualTo(1);
        assertThat(found.output().lines()).contains("missing renditions\t" + bare, "altered\t" + altered);
        assertThat(thumbnail).doesNotExist();

        Files.delete(original);
        Files.write(original, whole);
        AlbumenProcess repairing = AlbumenProcess.start(home, Map.of(), List.of("verify", "--repair"));
        repairing.awaitExit();
        assertThat(repairing.output().lines()).contains("rendered anew\t" + bare);
        assertThat(repairing.output()).doesNotContain(altered);
        assertThat(thumbnail).isNotEmptyFile();
    }

    @Test
    void refusesToRerenderWhereNothingRuns(@TempDir Path empty) {
        AlbumenProcess alone = AlbumenProcess.start(empty, Map.of(), List.of("rerender"));
        assertThat(alone.awaitExit()).isEqualTo(1);
        assertThat(alone.errors()).startsWith("ALBUMEN_HOME: no Albumen runs on ").hasLineCount(1);
    }

    private static List<String> texts(Answer answer, String pointer) {
        return StreamSupport.stream(answer.json().at(pointer).spliterator(), false).map(JsonNode::asText).toList();
    }

    @Test
    void areAnnouncedByTheSettings() {
        Answer settings = anyone.get("settings").expect(200);
        assertThat(settings.at("registration")).isEqualTo("open");
        assertThat(settings.at("upload/maxBytes")).isEqualTo("20971520");
        assertThat(settings.at("upload/maxBatchSize")).isEqualTo("10");
        assertThat(settings.at("upload/maxPixels")).isEqualTo("200000000");
        assertThat(settings.json().at("/upload/mediaTypes").toString()).contains("\"image/jpeg\"", "\"image/gif\"");
        assertThat(settings.at("upload/direct/maxFiles")).isEqualTo("100");
        assertThat(settings.at("upload/direct/expirySeconds")).isEqualTo("3600");
        Answer tus = anyone.send("OPTIONS", "uploads/resumable", BodyPublishers.noBody()).expect(204);
        assertThat(settings.at("upload/resumable/maxBytes")).isEqualTo(tus.header("Tus-Max-Size"));
        assertThat(settings.at("upload/resumable/tusVersion")).isEqualTo(tus.header("Tus-Version"));
        assertThat(List.of(tus.header("Tus-Extension").split(","))).containsExactlyElementsOf(
                texts(settings, "/upload/resumable/extensions"));
        assertThat(List.of(tus.header("Tus-Checksum-Algorithm").split(","))).containsExactlyElementsOf(
                texts(settings, "/upload/resumable/checksumAlgorithms"));
        assertThat(settings.at("renditions/0/longestEdge")).isEqualTo("320");
        assertThat(settings.json().at("/renditions/2/mediaTypes").toString()).contains("\"image/jpeg\"");
        anyone.with("If-None-Match", settings.header("ETag")).get("settings").expect(304);
    }

    private static String uploaded(Client client, byte[] file) {
        String id = client.upload("a.jpg", file).expect(201).at("id");
        JsonNode image = client.settled(id);
        assertThat(image.path("status").asText()).isEqualTo("ready");
        return id;
    }

    private static Sha256 sha256(Client client, String id) {
        return Sha256.parse(client.get("images/" + id).expect(200).at("sha256")).orElseThrow();
    }

    /** Makes an image as one of an earlier release, of which there were JPEGs alone. */
    private void age(String id, Sha256 sha256) throws IOException, SQLException {
        Path folder = folder(sha256);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".jpg")) {
                    Files.move(file, folder.resolve(name.replace("-v1", "-v0")));
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.copy(folder.resolve("preview-v0.jpg"), folder.resolve("large-v0.jpg"));
        try (Connection database = database(); Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE images SET renditions = '" + OLD + "' WHERE id = '" + id + "'")).isOne();
        }
    }

    private Path folder(Sha256 sha256) {
        String hex = sha256.hex();
        return home.resolve("blobs/renditions").resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private static String mediaType(Answer answer) {
        return answer.expect(200).header("Content-Type");
    }

    private int outdated(String id) {
        try (Connection database = database(); Statement statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM images WHERE id = '" + id + "' AND renditions = '" + OLD + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection database() throws SQLException {
        DatabaseAccess access = EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow().access();
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
