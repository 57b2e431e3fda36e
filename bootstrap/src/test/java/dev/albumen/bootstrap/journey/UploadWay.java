package dev.albumen.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A way in for a file, as a client goes it. What is answered is the image, or the first refusal. */
enum UploadWay {
    MULTIPART {
        @Override
        Answer send(Client client, String filename, byte[] file, Map<String, String> said) {
            List<String> fields = new ArrayList<>();
            said.forEach((name, value) -> fields.addAll(List.of(name, value)));
            return client.upload(filename, file, fields.toArray(String[]::new));
        }
    },
    DIRECT {
        @Override
        Answer send(Client client, String filename, byte[] file, Map<String, String> said) {
            Map<String, Object> announced = new HashMap<>(Map.of("filename", filename, "byteSize", file.length, "mediaType", "image/jpeg"));
            Map<String, Object> body = new HashMap<>(Map.of("files", List.of(announced)));
            said.forEach((name, value) -> (name.equals("sha256") ? announced : body).put(name, value));
            Answer opened = client.post("uploads", body);
            if (opened.status() != 201) {
                return opened;
            }
            JsonNode slot = opened.json().get(0);
            Answer sent = put(client, slot, file);
            return sent.status() < 300 ? client.post("uploads/" + slot.path("uploadId").asText() + "/complete", "") : sent;
        }
    },
    /** In three parts. */
    TUS {
        @Override
        Answer send(Client client, String filename, byte[] file, Map<String, String> said) {
            Map<String, String> metadata = new HashMap<>(said);
            metadata.put("filename", filename);
            Client tus = client.with("Tus-Resumable", "1.0.0");
            Answer answer = tus.with("Upload-Length", "" + file.length).with("Upload-Metadata", metadata.entrySet().stream()
                            .map(one -> one.getKey() + " " + Base64.getEncoder().encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8)))
                            .collect(Collectors.joining(",")))
                    .send("POST", "uploads/resumable", BodyPublishers.noBody());
            String location = answer.header("Location");
            int part = Math.max(1, file.length / 3);
            for (int offset = 0; offset < file.length && answer.status() < 300; offset += part) {
                answer = tus.with("Upload-Offset", "" + offset).with("Content-Type", "application/offset+octet-stream").send("PATCH", location,
                        BodyPublishers.ofByteArray(file, offset, Math.min(part, file.length - offset)));
            }
            return answer.status() < 300 ? client.post(location.replace("/resumable", "") + "/complete", "") : answer;
        }
    };

    /** @param said {@code albumId} and {@code sha256}, where they are given */
    abstract Answer send(Client client, String filename, byte[] file, Map<String, String> said);

    Answer send(Client client, byte[] file) {
        return send(client, "a.jpg", file, Map.of());
    }

    /** Sends a file to where it was told to, with what it was told to and nothing else. */
    static Answer put(Client client, JsonNode slot, byte[] file) {
        Map<String, String> headers = new HashMap<>();
        slot.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Client(client.service(), headers).send(slot.path("method").asText(), slot.path("url").asText(), BodyPublishers.ofByteArray(file));
    }
}
