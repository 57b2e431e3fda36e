package dev.albumen.bootstrap.journey;

import static dev.albumen.bootstrap.journey.Uploading.PICTURE;
import static dev.albumen.bootstrap.journey.Uploading.assertUsed;
import static dev.albumen.bootstrap.journey.Uploading.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is announced and sent by itself, the same on every storage. */
interface DirectUploads {

    Client anyone();

    /** Somebody new. */
    Client owner(String name);

    @Test
    default void reservesWhatIsAnnouncedUntilItEnds() {
        Client owner = owner("direct-reserved");
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

        assertThat(UploadWay.put(anyone(), slots.get(0), PICTURE).status()).isIn(200, 204);
        String image = owner.post(first + "/complete", "").expect(200).at("id");
        assertUsed(owner, PICTURE.length, 0);
        Answer seen = owner.get(first).expect(200);
        assertThat(List.of(seen.at("state"), seen.at("imageId"))).containsExactly("completed", image);
        owner.delete(first).expect(409);
    }

    @Test
    default void takesOtherBytesUntilCompletedAndOnlyWhatWasAnnounced() {
        Client owner = owner("direct-replaced");
        byte[] broken = new byte[PICTURE.length];
        JsonNode slot = owner.post("uploads", Map.of("files", List.of(announced(PICTURE.length)))).expect(201).json().get(0);
        String complete = "uploads/" + slot.path("uploadId").asText() + "/complete";

        assertThat(UploadWay.put(anyone(), slot, new byte[PICTURE.length - 1]).status()).isBetween(400, 499);
        assertThat(UploadWay.put(anyone(), slot, new byte[PICTURE.length + 1]).status()).isBetween(400, 499);
        owner.post(complete, "").expect(409);
        assertThat(UploadWay.put(anyone(), slot, broken).status()).isIn(200, 204);
        owner.post(complete, "").expect(415);
        assertThat(UploadWay.put(anyone(), slot, PICTURE).status()).isIn(200, 204);
        String image = owner.post(complete, "").expect(200).at("id");

        assertThat(owner.get("images/" + image + "/original").expect(200).body()).isEqualTo(PICTURE);
    }

    @Test
    default void completesOnceHoweverManyTry() {
        Client owner = owner("direct-once");
        JsonNode slot = owner.post("uploads", Map.of("files", List.of(announced(PICTURE.length)))).expect(201).json().get(0);
        assertThat(UploadWay.put(anyone(), slot, PICTURE).status()).isIn(200, 204);

        List<Answer> answers = atOnce(8, i -> owner.post("uploads/" + slot.path("uploadId").asText() + "/complete", ""));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.stream().map(answer -> answer.at("id")).distinct()).hasSize(1);
        assertThat(owner.get("images").expect(200).items("id")).hasSize(1);
        assertUsed(owner, PICTURE.length, 0);
    }

    @Test
    default void saysWhatIsWrongWithAnAnnouncement() {
        Client owner = owner("direct-announces");
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
}
