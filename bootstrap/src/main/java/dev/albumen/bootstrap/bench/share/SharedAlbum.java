package dev.albumen.bootstrap.bench.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.thumbnails.Asked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a link to an album shows to those who come with it. */
final class SharedAlbum {

    private static final int OK = 200;
    private static final Map<String, String> PAGE = Map.of("Accept", "text/html");
    /** Without AVIF, which is made later and would change the bytes meanwhile. */
    private static final Map<String, String> PICTURE = Map.of("Accept", "image/webp,image/*;q=0.8,*/*;q=0.5");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String token;

    private SharedAlbum(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    static SharedAlbum open(URI service, String token) {
        return new SharedAlbum(service, token);
    }

    /**
     * Something that visitors ask for.
     *
     * @param figure what it is called
     * @param files copies of the answers, by name
     */
    record Part(String figure, List<Asked> asked, List<String> files, double meanBytes) {}

    /** @param folder where a copy of each answer goes */
    List<Part> parts(Path folder) throws IOException {
        URI list = service.resolve("/api/v1/public/shares/" + token + "/images");
        List<Asked> thumbnails = new ArrayList<>();
        for (JsonNode image : new ObjectMapper().readTree(get(new Asked(service.resolve(list + "?limit=100"), Map.of()))).path("items")) {
            thumbnails.add(new Asked(service.resolve(image.path("urls").path("thumbnail").asText()), PICTURE));
        }
        URI page = service.resolve("/s/" + token);
        return List.of(
                part("share-page", List.of(new Asked(page, PAGE)), ".html", folder),
                part("share-page-gzip", List.of(new Asked(page, Map.of("Accept", "text/html", "Accept-Encoding", "gzip"))), ".html.gz", folder),
                part("share-json", List.of(new Asked(list, Map.of())), ".json", folder),
                part("share-thumbnail", thumbnails, ".webp", folder));
    }

    private Part part(String figure, List<Asked> asked, String ending, Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        long bytes = 0;
        for (Asked one : asked) {
            byte[] body = get(one);
            String file = figure + "-" + files.size() + ending;
            Files.write(folder.resolve(file), body);
            files.add(file);
            bytes += body.length;
        }
        return new Part(figure, asked, files, (double) bytes / asked.size());
    }

    private byte[] get(Asked asked) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.address());
        asked.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new BenchFailed("GET " + asked.address().getPath() + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted");
        }
    }
}
