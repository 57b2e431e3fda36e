package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;

/** What every address that answers with bytes does in the same way (RFC 9110, sections 13 and 14). */
final class ByteRoutes {

    private ByteRoutes() {}

    static void assertAnswersAsAll(Client client, String path) {
        Answer whole = client.get(path).expect(200);
        byte[] bytes = whole.body();
        String tag = whole.header("ETag");
        assertThat(tag).as(path).matches("\"[\\x21\\x23-\\x7e]+\"");
        assertDescribed(whole, tag, bytes.length);
        assertParts(client, path, bytes, tag);
        assertConditions(client, path, bytes, tag);
        Answer head = head(client, path).expect(200);
        assertDescribed(head, tag, bytes.length);
        assertThat(head.body()).isEmpty();
        assertDescribed(head(client.with("Range", "bytes=0-0"), path).expect(200), tag, bytes.length);
    }

    private static void assertParts(Client client, String path, byte[] bytes, String tag) {
        int half = bytes.length / 2;
        Map<String, int[]> parts = Map.of(
                "bytes=0-0", new int[] {0, 1}, "bytes=0-" + half, new int[] {0, half + 1},
                "bytes=" + half + "-", new int[] {half, bytes.length - half}, "bytes=-7", new int[] {bytes.length - 7, 7},
                "bytes=" + (bytes.length - 1) + "-99999999", new int[] {bytes.length - 1, 1});
        parts.forEach((range, due) -> {
            Answer part = client.with("Range", range).get(path).expect(206);
            assertThat(part.body()).as("%s of %s", range, path).isEqualTo(Arrays.copyOfRange(bytes, due[0], due[0] + due[1]));
            assertThat(part.header("Content-Range")).isEqualTo("bytes " + due[0] + "-" + (due[0] + due[1] - 1) + "/" + bytes.length);
            assertDescribed(part, tag, due[1]);
        });
        Answer beyond = client.with("Range", "bytes=" + bytes.length + "-").get(path).expect(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + bytes.length);
        assertThat(beyond.at("code")).isEqualTo("range-not-satisfiable");
        assertThat(client.with("Range", "bytes=0-1,4-5").get(path).expect(200).body()).as("several parts").isEqualTo(bytes);
        assertThat(client.with("Range", "pixels=0-1").get(path).expect(200).body()).isEqualTo(bytes);
    }

    private static void assertConditions(Client client, String path, byte[] bytes, String tag) {
        Client partly = client.with("Range", "bytes=0-0");
        partly.with("If-Range", tag).get(path).expect(206);
        for (String other : new String[] {"\"other\"", "W/" + tag, "Wed, 21 Oct 2015 07:28:00 GMT"}) {
            assertThat(partly.with("If-Range", other).get(path).expect(200).body()).as("%s of %s", other, path).isEqualTo(bytes);
        }
        for (String same : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            Answer known = client.with("If-None-Match", same).get(path).expect(304);
            assertThat(known.header("ETag")).isEqualTo(tag);
            assertThat(known.body()).isEmpty();
        }
        head(client.with("If-None-Match", tag), path).expect(304);
        client.with("If-None-Match", "\"other\"").get(path).expect(200);
        client.with("If-Match", tag).get(path).expect(200);
        client.with("If-Match", "\"other\"").get(path).expect(412);
    }

    private static void assertDescribed(Answer answer, String tag, int length) {
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Content-Length")).as(answer.request()).isEqualTo(Integer.toString(length));
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(answer.header("Cache-Control")).startsWith("private");
    }

    private static Answer head(Client client, String path) {
        return client.send("HEAD", path, BodyPublishers.noBody());
    }
}
