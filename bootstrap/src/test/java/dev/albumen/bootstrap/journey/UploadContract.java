package dev.albumen.bootstrap.journey;

import static dev.albumen.bootstrap.journey.Uploading.PICTURE;
import static dev.albumen.bootstrap.journey.Uploading.assertUsed;
import static dev.albumen.bootstrap.journey.Uploading.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way in keeps, the same on every storage. */
abstract class UploadContract extends OnStorage implements DirectUploads, ResumableUploads {

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

    @Override
    public Client anyone() {
        return anyone;
    }

    @Override
    public Client owner(String name) {
        return anyone.register(name);
    }

    private Client owner(UploadWay way, String name) {
        return owner(way.name().toLowerCase(Locale.ROOT) + "-" + name);
    }

    private void limit(Client owner, long bytes) {
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        admin.patch("admin/users/" + owner.get("users/me").expect(200).at("id"), Map.of("quotaBytes", bytes)).expect(200);
    }
}
