package dev.albumen.bootstrap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is measured of a running service, in this order.
 *
 * @param processes the service's and its database's
 * @param seeding gives the account of a name so many images
 */
record Measurements(
        URI service, List<ProcessHandle> processes, Amounts amounts, List<Photo> photos, BiConsumer<String, Integer> seeding) {

    static final int PAGE_SIZE = 50;
    private static final int ALBUMS = 20;
    private static final int SHARED = 50;
    private static final Map<String, String> BROWSER = Map.of("Accept", "image/avif,image/webp,image/*,*/*;q=0.8");
    private static final String LIST = "images?limit=" + PAGE_SIZE;

    /** @param unique goes into the names of the accounts */
    List<Figure> take(String unique, String password) {
        List<Figure> figures = new ArrayList<>();
        Account account = new Account(service, "bench-" + unique, password);
        UploadLoad uploads = new UploadLoad(account, photos, amounts.clients);
        uploads.fill(Math.max(1, amounts.warm), "");
        figures.addAll(uploads.measure(amounts.uploads));
        figures.add(albums(account));
        figures.add(thumbnails(account));
        figures.addAll(share(account, uploads));
        if (amounts.rows > 0) {
            figures.addAll(lists(new Account(service, "rows-" + unique, password)));
        }
        OptionalDouble memory = Memory.of(processes);
        figures.add(memory.isPresent()
                ? Figure.plain("memory", memory.getAsDouble(), "MiB")
                : Figure.unavailable("memory", "MiB"));
        return figures;
    }

    private Figure albums(Account account) {
        for (int i = 1; i <= ALBUMS; i++) {
            account.post("albums", Map.of("title", "Measured " + i));
        }
        return amounts.gets().measure("albums", List.of(account.address("albums?limit=50")), account.authorization());
    }

    private Figure thumbnails(Account account) {
        List<URI> signed = items(account.get(LIST))
                .filter(image -> image.path("status").asText().equals("ready"))
                .map(image -> service.resolve(image.path("urls").path("thumbnail").asText()))
                .toList();
        return amounts.gets().measure("thumbnail", signed, BROWSER);
    }

    private List<Figure> share(Account account, UploadLoad uploads) {
        String album = account.post("albums", Map.of("title", "Shared")).path("id").asText();
        uploads.fill(SHARED, album);
        String token = account.post("shares", Map.of("resourceType", "album", "resourceId", album)).path("token").asText();
        String share = "public/shares/" + token;
        return List.of(
                amounts.gets().measure("share", List.of(account.address(share)), Map.of()),
                amounts.gets().measure("share-images", List.of(account.address(share + "/images?limit=50")), Map.of()));
    }

    private List<Figure> lists(Account account) {
        seeding.accept(account.name(), amounts.rows);
        List<URI> deep = new ArrayList<>();
        String path = LIST;
        for (int page = 1; page <= amounts.page; page++) {
            if (page > amounts.page - PAGE_SIZE) {
                deep.add(account.address(path));
            }
            String cursor = account.get(path).path("nextCursor").asText();
            path = LIST + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        List<URI> similar = items(account.get(LIST))
                .map(image -> account.address("images/" + image.path("id").asText() + "/similar")).toList();
        return List.of(
                amounts.gets().measure("similar", similar, account.authorization()),
                amounts.gets().measure("duplicates", List.of(account.address("images/duplicates")), account.authorization()),
                amounts.gets().measure("images-page-1", List.of(account.address(LIST)), account.authorization()),
                amounts.gets().measure("images-page-" + amounts.page, deep, account.authorization()));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false);
    }
}
