package dev.albumen.bootstrap.bench.thumbnails;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.BenchFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Thumbnails as a browser gets them. */
final class Pictures {

    /** What a browser takes for an {@code img}, without AVIF, which is made later and would change the bytes meanwhile. */
    static final Map<String, String> BROWSER = Map.of("Accept", "image/webp,image/*;q=0.8,*/*;q=0.5");
    private static final int OK = 200;
    private static final int MOST_OF_PAGE = 200;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Map<String, String> with(Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(BROWSER);
        headers.putAll(others);
        return headers;
    }

    /** All thumbnails of the account; a copy of each goes into the folder. */
    List<Picture> of(Account account, Path folder) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = account.get("images?limit=" + MOST_OF_PAGE + (next.isEmpty() ? "" : "&cursor=" + next));
            for (JsonNode image : page.path("items")) {
                pictures.add(copied(account, image, folder, pictures.size()));
            }
            next = page.path("nextCursor").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        return pictures;
    }

    private Picture copied(Account account, JsonNode image, Path folder, int number) throws IOException {
        URI signed = account.address("/").resolve(image.path("urls").path("thumbnail").asText());
        HttpResponse<byte[]> answer = get(signed);
        String ending = answer.headers().firstValue("Content-Type").orElse("").equals("image/webp") ? ".webp" : ".jpg";
        String file = number + ending;
        Files.write(folder.resolve(file), answer.body());
        return new Picture(signed, account.address("images/" + image.path("id").asText() + "/thumbnail"), tag(answer), file, "");
    }

    /** The pictures with the tags of the plain server, which has to have the very bytes. */
    List<Picture> at(URI server, List<Picture> pictures, Path folder) throws IOException {
        List<Picture> tagged = new ArrayList<>();
        for (Picture picture : pictures) {
            HttpResponse<byte[]> answer = get(server.resolve(picture.file()));
            if (!Arrays.equals(answer.body(), Files.readAllBytes(folder.resolve(picture.file())))) {
                throw new BenchFailed("The plain server has other bytes at " + picture.file());
            }
            tagged.add(picture.withFileTag(tag(answer)));
        }
        return tagged;
    }

    private HttpResponse<byte[]> get(URI address) throws IOException {
        return ask(new Asked(address, BROWSER), OK);
    }

    /** @throws BenchFailed where the answer has another status than is due: wrk takes all below 400 for good */
    HttpResponse<byte[]> ask(Asked asked, int due) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.address());
        asked.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != due) {
                throw new BenchFailed("GET " + asked.address().getPath() + " was answered with " + answer.statusCode());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted");
        }
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new BenchFailed("An answer has no ETag"));
    }
}
