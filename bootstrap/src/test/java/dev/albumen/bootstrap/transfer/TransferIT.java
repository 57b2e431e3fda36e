package dev.albumen.bootstrap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.job.Lease;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.label.ImageLabels;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.transfer.RunImport;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.imports.ExportCommand;
import dev.albumen.bootstrap.imports.ImportCommand;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Accounts leave as an archive, and come back from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferIT {

    private InProcess service;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        service = InProcess.start(home);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void exportsAllThatAnAccountHoldsAndNoSecret() throws IOException {
        Client ada = Client.of(service.address()).register("ada");
        byte[] sea = Pictures.jpeg(60, 40, 1);
        String album = ada.post("albums", Map.of("title", "Rome", "description", "In spring")).expect(201).at("id");
        String image = ada.upload("sea.jpg", sea, "albumId", album, "title", "The sea", "tags", "Water").expect(201).at("id");
        ada.settled(image);
        ada.put("images/" + image + "/favorite").expect(204);
        JsonNode share = ada.post("shares", Map.of("resourceType", "album", "resourceId", album, "password", "open sesame street",
                "label", "Grandma")).expect(201).json();
        JsonNode open = ada.post("shares", Map.of("resourceType", "album", "resourceId", album, "allowComments", true)).expect(201).json();
        String link = "public/shares/" + open.path("token").asText();
        ada.patch("shares/" + open.path("id").asText() + "/selection-config", Map.of("enabled", true)).expect(200);
        JsonNode bob = ada.post("shares/" + open.path("id").asText() + "/recipients", Map.of("name", "Bob")).expect(201).json();
        Client anyone = Client.of(service.address());
        Answer choosing = anyone.post(link + "/selections", Map.of("name", "Grace")).expect(201);
        anyone.bearing(choosing.at("token")).put(link + "/selections/me/items/" + image, Map.of("mark", Map.of("stars", 4))).expect(200);
        String said = ada.post("images/" + image + "/comments", Map.of("body", "Windy")).expect(201).at("id");
        ada.post("images/" + image + "/comments", Map.of("body", "Cold too", "parentId", said)).expect(201);
        anyone.post(link + "/comments", Map.of("name", "Grace", "body", "Lovely")).expect(201);

        Answer answer = ada.get("users/me/export").expect(200);

        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        assertThat(answer.header("Content-Length")).isEqualTo("" + answer.body().length);
        assertThat(answer.header("Content-Disposition")).contains("albumen-ada.zip");
        Map<String, byte[]> files = unzipped(answer.body());
        assertThat(files.get("data/pictures/Rome/sea.jpg")).isEqualTo(sea);
        JsonNode told = json(files.get("data/albumen/images/00001.json")).at("/images/0");
        assertThat(told.path("title").asText()).isEqualTo("The sea");
        assertThat(told.path("favorite").asBoolean()).isTrue();
        assertThat(told.at("/tags/0/name").asText()).isEqualTo("water");
        assertThat(json(files.get("data/albumen/account.json")).path("albums").asInt()).isEqualTo(2);
        assertThat(json(files.get("data/albumen/shares.json")).at("/shares/0/label").asText()).isEqualTo("Grandma");
        assertThat(json(files.get("data/albumen/shares.json")).at("/shares/1/recipients/0/name").asText()).isEqualTo("Bob");
        JsonNode chosen = json(files.get("data/albumen/selections.json")).at("/shares/0");
        assertThat(chosen.path("share").asInt()).isEqualTo(2);
        assertThat(chosen.at("/clients/0/name").asText()).isEqualTo("Grace");
        assertThat(chosen.at("/clients/0/items/0/image").asText()).isEqualTo(Sha256.of(sea).hex());
        assertThat(chosen.at("/clients/0/items/0/stars").asInt()).isEqualTo(4);
        JsonNode talk = json(files.get("data/albumen/talk.json")).path("about");
        assertThat(talk.at("/0/image").asText()).isEqualTo(Sha256.of(sea).hex());
        assertThat(talk.findValuesAsText("text")).containsExactly("Windy", "Cold too", "Lovely");
        assertThat(talk.at("/0/said/1/answers").asInt()).isOne();
        assertThat(talk.at("/1/said/0/name").asText()).isEqualTo("Grace");
        String all = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(all).doesNotContain(share.path("token").asText(), open.path("token").asText(), bob.path("token").asText(),
                choosing.at("token"), "argon2");

        Answer rest = ada.with("Range", "bytes=1000-").with("If-Range", answer.header("ETag")).get("users/me/export").expect(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(answer.body(), 1000, answer.body().length));
        ada.with("If-None-Match", answer.header("ETag")).get("users/me/export").expect(304);
    }

    @Test
    void importsFoldersAsAlbumsAndSaysWhyOthersAreLeftOut() throws IOException {
        Client bob = Client.of(service.address()).register("bob");
        byte[] archive = zipped(Map.of(
                "Rome/sea.jpg", Pictures.jpeg(60, 40, 11), "Rome/sea.jpg.json",
                "{\"description\": \"At noon\", \"favorited\": true, \"photoTakenTime\": {\"timestamp\": \"1500000000\"}}".getBytes(),
                "top.jpg", Pictures.jpeg(60, 40, 12), "again.jpg", Pictures.jpeg(60, 40, 12), "Rome/notes.txt", new byte[3],
                "inner.zip", new byte[3], "../evil.jpg", Pictures.jpeg(60, 40, 13), "text.jpg", "no picture".getBytes()));

        Answer begun = begin(bob.with("Idempotency-Key", "first"), archive).expect(202);
        JsonNode ended = bob.importEnded(begun.at("id"));

        assertThat(begun.header("Location")).endsWith("/imports/" + begun.at("id"));
        assertThat(ended.path("state").asText()).isEqualTo("finished");
        assertThat(numbers(ended)).containsExactly(4, 2, 1, 4, 0);
        assertThat(bob.get("imports/" + begun.at("id") + "/left-out").expect(200).items("code"))
                .containsExactlyInAnyOrder("unsupported-type", "unsafe-name", "not-a-picture", "nested-archive");
        assertThat(bob.get("images").expect(200).items("filename")).containsExactlyInAnyOrder("sea.jpg", "again.jpg");
        JsonNode sea = bob.get("favorites").expect(200).json().at("/items/0");
        assertThat(sea.path("description").asText()).isEqualTo("At noon");
        assertThat(bob.settled(sea.path("id").asText()).path("takenAt").asText()).startsWith("2017-07-14T02:40:00");
        assertThat(bob.get("albums?q=Rome").expect(200).json().at("/items/0/imageCount").asInt()).isOne();
        assertThat(bob.get("users/me/usage").expect(200).json().path("reservedBytes").asLong()).isZero();

        assertThat(begin(bob.with("Idempotency-Key", "first"), archive).expect(202).at("id")).isEqualTo(begun.at("id"));
        assertThat(numbers(bob.importEnded(begin(bob, archive).expect(202).at("id")))).containsExactly(4, 0, 3, 4, 0);
        bob.delete("imports/" + begun.at("id")).expect(204);
        bob.get("imports/" + begun.at("id")).expect(404);
    }

    @Test
    void refusesHostileArchivesAndKeepsNothingOfThem() throws IOException {
        Client eve = Client.of(service.address()).register("eve");

        begin(eve, new byte[0]).expect(400);
        begin(eve, "no archive".getBytes()).expect(422);
        assertThat(begin(eve, zipped(Map.of("a.jpg", new byte[3 << 20]))).expect(422).at("code")).isEqualTo("archive-ratio");
        eve.with("Content-Type", "image/jpeg").send("POST", "imports", BodyPublishers.ofByteArray(zipped(Map.of()))).expect(415);
        assertThat(eve.get("imports").expect(200).items("id")).isEmpty();
        assertThat(eve.get("users/me/usage").expect(200).json().path("reservedBytes").asLong()).isZero();

        Client admin = Client.of(service.address()).signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        admin.patch("admin/users/" + eve.get("users/me").expect(200).at("id"), Map.of("quotaBytes", 100)).expect(200);
        begin(eve, zipped(Map.of("a.jpg", Pictures.jpeg(60, 40, 14)))).expect(507);
        assertThat(eve.get("imports").expect(200).items("id")).isEmpty();
    }

    @Test
    void makesTheSameAccountOfAnExport() throws IOException {
        Client cay = Client.of(service.address()).register("cay");
        String rome = cay.post("albums", Map.of("title", "Rome", "description", "In spring", "notes", "Mine", "visibility", "public",
                "sort", "manual", "shootingDate", "2026-04-01", "watermark", true)).expect(201).at("id");
        String namesake = cay.post("albums", Map.of("title", "Rome", "parentId", rome)).expect(201).at("id");
        String journeys = cay.post("albums", Map.of("title", "Journeys")).expect(201).at("id");
        cay.patch("albums/" + rome, Map.of("parentId", journeys)).expect(200);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(cay.upload("sea.jpg", Pictures.jpeg(60, 40, 20 + i), "tags", "Water", "title", "Sea " + i).expect(201).at("id"));
        }
        for (String id : ids) {
            cay.settled(id);
        }
        cay.post("albums/" + rome + "/images", Map.of("imageIds", List.of(ids.get(2), ids.get(0), ids.get(1)))).expect(207);
        cay.post("albums/" + namesake + "/images", Map.of("imageIds", List.of(ids.get(2)))).expect(207);
        cay.patch("albums/" + rome, Map.of("coverImageId", ids.get(1))).expect(200);
        cay.patch("images/" + ids.get(3), Map.of("description", "By night", "takenAt", "2020-01-02T03:04:05Z", "watermark", true)).expect(200);
        for (int i : List.of(2, 0, 3)) {
            cay.put("images/" + ids.get(i) + "/favorite").expect(204);
        }
        cay.put("images/" + ids.get(1) + "/like").expect(204);
        cay.put("images/" + ids.get(2) + "/rating", Map.of("rating", 4)).expect(204);
        String board = cay.post("boards", Map.of("title", "Light", "description", "By the sea", "audience", "users")).expect(201).at("id");
        cay.put("boards/" + board + "/images/" + ids.get(2)).expect(204);
        cay.post("searches", Map.of("name", "Seas", "q", "tag:water", "sort", "-takenAt")).expect(201);
        cay.post("categories", Map.of("name", "Nature", "color", "#00ff00", "description", "Outdoors")).expect(201);
        cay.post("tags", Map.of("name", "unused", "parent", "water", "category", "Nature")).expect(201);
        cay.post("tags", Map.of("name", "above")).expect(201);
        cay.patch("tags/water", Map.of("parent", "above")).expect(200);
        cay.post("shares", Map.of("resourceType", "album", "resourceId", rome, "label", "Open", "allowDownload", "preview")).expect(201);
        String open = cay.get("shares").expect(200).items("id").getFirst();
        cay.post("shares/" + open + "/recipients", Map.of("name", "Bob", "email", "bob@example.org", "maxViews", 3, "allowDownload", "none")).expect(201);
        String off = cay.post("shares/" + open + "/recipients", Map.of("name", "Eve", "watermark", true)).expect(201).at("id");
        cay.patch("shares/" + open + "/recipients/" + off, Map.of("active", false)).expect(200);
        cay.post("shares", Map.of("resourceType", "project", "resourceId", journeys, "label", "Whole")).expect(201);
        cay.put("users/me/blocked-labels/dog").expect(204);
        ImageLabels labels = service.context().getBean(ImageLabels.class);
        labels.reject(new ImageId(UUID.fromString(ids.get(1))), new Finding(new TagName("boat"), "vehicle", new Confidence(812),
                List.of(new TagName("ship"))), new Provider("offline", "1"), Instant.EPOCH);
        labels.reject(new ImageId(UUID.fromString(ids.get(2))), new Finding(new TagName("buoy"), "thing", new Confidence(731),
                List.of(new TagName("sign"))), new Provider("offline", "1"), Instant.EPOCH);
        cay.post("images/" + ids.get(2) + "/labels/buoy/accept", "{}").expect(200);
        cay.post("shares", Map.of("resourceType", "image", "resourceId", ids.get(3), "password", "open sesame street")).expect(201);
        byte[] archive = cay.get("users/me/export").expect(200).body();

        Client dan = Client.of(service.address()).register("dan");
        JsonNode ended = dan.importEnded(begin(dan, archive).expect(202).at("id"));
        assertThat(ended.path("state").asText()).isEqualTo("finished");
        assertThat(numbers(ended)).containsExactly(4, 4, 0, 0, 0);
        for (String id : dan.get("images").expect(200).items("id")) {
            dan.settled(id);
        }
        byte[] again = dan.get("users/me/export").expect(200).body();

        assertThat(lasting(again)).isEqualTo(lasting(archive));
        assertThat(dan.get("favorites").expect(200).items("title")).containsExactly("Sea 3", "Sea 0", "Sea 2");
        assertThat(dan.get("images/" + dan.get("images?q=title:1").expect(200).at("items/0/id") + "/labels").expect(200).text())
                .contains("\"boat\"", "\"rejected\"");
        List<JsonNode> shares = new ArrayList<>();
        dan.get("shares").expect(200).json().path("items").forEach(shares::add);
        assertThat(shares).hasSize(3).allSatisfy(share ->
                assertThat(share.path("active").asBoolean()).isEqualTo(share.path("label").isTextual()));

        assertThat(numbers(dan.importEnded(begin(dan, archive).expect(202).at("id")))).containsExactly(4, 0, 4, 0, 0);
        assertThat(lasting(dan.get("users/me/export").expect(200).body())).as("imported once more").isEqualTo(lasting(archive));
        assertThat(dan.get("shares").expect(200).items("id")).hasSize(3);
    }

    /** An image with labels of a labeler that its owner accepted. */
    private String withAcceptedLabels(Client owner, byte[] picture, String... names) {
        String id = owner.upload("sea.jpg", picture).expect(201).at("id");
        owner.settled(id);
        ImageLabels labels = service.context().getBean(ImageLabels.class);
        for (String name : names) {
            labels.reject(new ImageId(UUID.fromString(id)), Finding.of(name, "nature", new Confidence(812)), new Provider("offline", "1"), Instant.EPOCH);
            owner.post("images/" + id + "/labels/" + name + "/accept", "{}").expect(200);
        }
        return id;
    }

    @Test
    void bringsNoLabelBackThatWasRejectedOrIsBlocked() throws IOException {
        Client ivy = Client.of(service.address()).register("ivy");
        String id = withAcceptedLabels(ivy, Pictures.jpeg(60, 40, 51), "reef", "mast", "gull");
        byte[] archive = ivy.get("users/me/export").expect(200).body();
        ivy.post("images/" + id + "/labels/reef/reject", "{}").expect(200);
        ivy.delete("images/" + id + "/tags/gull").expect(204);
        ivy.put("users/me/blocked-labels/mast").expect(204);
        ivy.post("images/" + id + "/labels/mast/reject", "{}").expect(200);

        assertThat(numbers(ivy.importEnded(begin(ivy, archive).expect(202).at("id")))).containsExactly(1, 0, 1, 0, 0);
        assertThat(ivy.get("images/" + id).expect(200).json().path("tags")).isEmpty();

        Client jan = Client.of(service.address()).register("jan");
        jan.put("users/me/blocked-labels/mast").expect(204);
        assertThat(numbers(jan.importEnded(begin(jan, archive).expect(202).at("id")))).containsExactly(1, 1, 0, 0, 0);
        String copy = jan.get("images").expect(200).at("items/0/id");
        assertThat(jan.get("images/" + copy).expect(200).json().path("tags").findValuesAsText("name")).containsExactlyInAnyOrder("gull", "reef");
    }

    @Test
    void bringsLabelsBackThatCanBeRejectedForGood() throws IOException {
        Client kim = Client.of(service.address()).register("kim");
        withAcceptedLabels(kim, Pictures.jpeg(60, 40, 52), "reef", "gull", "mast");
        Client lea = Client.of(service.address()).register("lea");
        assertThat(numbers(lea.importEnded(begin(lea, kim.get("users/me/export").expect(200).body()).expect(202).at("id"))))
                .containsExactly(1, 1, 0, 0, 0);
        String copy = lea.get("images").expect(200).at("items/0/id");
        lea.settled(copy);
        assertThat(lea.get("images/" + copy + "/labels").expect(200).text()).contains("0.812").doesNotContain("rejected");

        lea.post("images/" + copy + "/labels/reef/reject", "{}").expect(200);
        lea.delete("images/" + copy + "/tags/gull").expect(204);
        byte[] decided = lea.get("users/me/export").expect(200).body();

        Client max = Client.of(service.address()).register("max");
        assertThat(numbers(max.importEnded(begin(max, decided).expect(202).at("id")))).containsExactly(1, 1, 0, 0, 0);
        ImageId third = new ImageId(UUID.fromString(max.get("images").expect(200).at("items/0/id")));
        max.settled(third.toString());
        ImageLabels labels = service.context().getBean(ImageLabels.class);
        service.context().getBean(Transactions.class).writing(() -> labels.record(third, new Provider("offline", "2"),
                Stream.of("reef", "gull", "mast").map(name -> Finding.of(name, null, Confidence.CERTAIN)).toList(), Instant.EPOCH));
        assertThat(labels.of(third).labels()).extracting(label -> label.found().name().value() + " " + label.state())
                .containsExactlyInAnyOrder("reef REJECTED", "gull REJECTED", "mast ACCEPTED");
        assertThat(max.get("images/" + third).expect(200).json().path("tags").findValuesAsText("name")).containsExactly("mast");
    }

    @Test
    void bringsLabelsBackOfExportsThatTellOfTheirTagsAlone() throws IOException {
        Client nia = Client.of(service.address()).register("nia");
        byte[] picture = Pictures.jpeg(60, 40, 53);
        Map<String, byte[]> files = new HashMap<>();
        files.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.UTF_8));
        files.put("data/albumen/account.json", "{\"format\": 1, \"albums\": 0, \"imageDocuments\": 1}".getBytes(StandardCharsets.UTF_8));
        files.put("data/albumen/images/00001.json", """
                {"images": [{"sha256": "%s", "file": "data/pictures/a.jpg", "filename": "a.jpg",
                             "tags": [{"name": "reef", "source": "labeler"}, {"name": "gull", "source": "labeler"}]}]}"""
                .formatted(Sha256.of(picture).hex()).getBytes(StandardCharsets.UTF_8));
        files.put("data/pictures/a.jpg", picture);

        assertThat(numbers(nia.importEnded(begin(nia, zipped(files)).expect(202).at("id")))).containsExactly(1, 1, 0, 0, 0);
        String id = nia.get("images").expect(200).at("items/0/id");
        nia.settled(id);
        JsonNode tag = nia.get("images/" + id).expect(200).json().at("/tags/0");
        assertThat(tag.path("source").asText()).isEqualTo("labeler");
        assertThat(tag.path("confidence").isNumber()).as("nobody knows it any more").isFalse();
        assertThat(nia.get("images/" + id + "/labels").expect(200).items("state")).containsExactly("accepted", "accepted");

        nia.post("images/" + id + "/labels/reef/reject", "{}").expect(200);
        nia.delete("images/" + id + "/tags/gull").expect(204);

        assertThat(nia.get("images/" + id + "/labels").expect(200).items("state")).containsExactly("rejected", "rejected");
        assertThat(nia.get("images/" + id).expect(200).json().path("tags")).isEmpty();
    }

    @Test
    void goesOnWithTheStepThatATryWasAtAndCountsNothingTwice() throws IOException {
        Client hal = Client.of(service.address()).register("hal");
        Client admin = Client.of(service.address()).signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        RunImport run = service.context().getBean(RunImport.class);
        admin.post("admin/jobs/pause", "{}");
        try {
            String id = begin(hal, zipped(Map.of("a.jpg", Pictures.jpeg(60, 40, 41), "b.jpg", Pictures.jpeg(60, 40, 42),
                    "c.jpg", Pictures.jpeg(60, 40, 43)))).expect(202).at("id");
            assertThat(reserved(hal)).isPositive();
            AtomicInteger held = new AtomicInteger();
            Lease lost = () -> {
                if (held.incrementAndGet() == 3) {
                    throw new LeaseLostException();
                }
            };

            assertThatThrownBy(() -> run.handle(Viewer.WORKER, new RunImport.Command(UUID.fromString(id), lost)))
                    .isInstanceOf(LeaseLostException.class);
            assertThat(numbers(hal.get("imports/" + id).expect(200).json())).containsExactly(3, 2, 0, 0, 0);
            assertThat(hal.get("images").expect(200).items("id")).hasSize(2);

            run.handle(Viewer.WORKER, new RunImport.Command(UUID.fromString(id), () -> { }));
            assertThat(numbers(hal.get("imports/" + id).expect(200).json())).containsExactly(3, 3, 0, 0, 0);
            assertThat(hal.get("imports/" + id).expect(200).at("state")).isEqualTo("finished");
            assertThat(reserved(hal)).isZero();
        } finally {
            admin.post("admin/jobs/resume", "{}");
        }
    }

    private static long reserved(Client client) {
        return client.get("users/me/usage").expect(200).json().path("reservedBytes").asLong();
    }

    @Test
    void movesAnAccountByCommands(@TempDir Path folder) throws IOException {
        Client fay = Client.of(service.address()).register("fay");
        String album = fay.post("albums", Map.of("title", "Rome")).expect(201).at("id");
        fay.settled(fay.upload("sea.jpg", Pictures.jpeg(60, 40, 31), "albumId", album).expect(201).at("id"));
        byte[] whole = fay.get("users/me/export").expect(200).body();
        Path file = folder.resolve("fay.zip");
        Path password = Files.writeString(folder.resolve("password"), Client.PASSWORD + "\n");
        String address = service.address().toString();
        // what an earlier run has left
        Files.write(folder.resolve("fay.zip.part"), Arrays.copyOf(whole, 500));
        Files.writeString(folder.resolve("fay.zip.part-tag"), fay.get("users/me/export").expect(200).header("ETag"));

        assertThat(execute(new ExportCommand(), file.toString(), "--from", address, "--user", "fay", "--password-file", password.toString())).isZero();
        assertThat(file).hasBinaryContent(whole);
        assertThat(folder.resolve("fay.zip.part")).doesNotExist();
        assertThat(execute(new ExportCommand(), file.toString(), "--from", address, "--user", "fay")).as("it is there").isEqualTo(2);

        Files.write(folder.resolve("albumen-fay.zip.part"), "of another archive".getBytes());
        Files.writeString(folder.resolve("albumen-fay.zip.part-tag"), "\"another\"");
        assertThat(execute(new ExportCommand(), folder.toString(), "--from", address, "--user", "fay", "--password-file", password.toString())).isZero();
        assertThat(folder.resolve("albumen-fay.zip")).hasBinaryContent(whole);

        Client gus = Client.of(service.address()).register("gus");
        assertThat(execute(new ImportCommand(), file.toString(), "--to", address, "--user", "gus", "--password-file", password.toString())).isZero();
        assertThat(lasting(gus.get("users/me/export").expect(200).body()).keySet()).isEqualTo(lasting(whole).keySet());
    }

    private static int execute(Object command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(new StringWriter())).execute(arguments);
    }

    /** Everything but who it is, when things were made, and that a link's password is gone. */
    private static Map<String, String> lasting(byte[] archive) throws IOException {
        Map<String, String> lasting = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : unzipped(archive).entrySet()) {
            if (file.getKey().startsWith("data/pictures/")) {
                lasting.put(file.getKey(), Sha256.of(file.getValue()).hex());
            } else if (file.getKey().startsWith("data/")) {
                lasting.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)
                        .replaceAll("\"createdAt\":\"[^\"]*\"", "").replaceAll("\"(username|displayName)\":\"[^\"]*\"", "")
                        .replaceAll("\"hasPassword\":[a-z]*,\"active\":[a-z]*", ""));
            }
        }
        return lasting;
    }

    private static Answer begin(Client client, byte[] archive) {
        return client.with("Content-Type", "application/zip").send("POST", "imports", BodyPublishers.ofByteArray(archive));
    }

    private static List<Integer> numbers(JsonNode found) {
        return Stream.of("found", "imported", "existing", "skipped", "failed").map(name -> found.path(name).asInt()).toList();
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return new ObjectMapper().readTree(bytes);
    }
}
