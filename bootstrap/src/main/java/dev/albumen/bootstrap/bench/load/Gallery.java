package dev.albumen.bootstrap.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.Form;
import dev.albumen.bootstrap.bench.KeptConnection;
import dev.albumen.bootstrap.bench.Photo;
import dev.albumen.bootstrap.bench.UploadLoad;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** An account with some pictures, and the requests that its clients make. */
record Gallery(Account account, List<Photo> photos, List<URI> thumbnails, List<String> images) {

    private static final int UPLOADS_AT_ONCE = 4;
    private static final Map<String, String> BROWSER = Map.of("Accept", "image/webp,image/*;q=0.8,*/*;q=0.5");

    /** Makes an account, and waits until its pictures are ready. */
    static Gallery in(URI service, List<Photo> photos, int pictures) {
        Account account = new Account(service, "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        new UploadLoad(account, photos, UPLOADS_AT_ONCE).fill(pictures, "");
        List<URI> thumbnails = new ArrayList<>();
        List<String> images = new ArrayList<>();
        for (JsonNode image : account.get("images?limit=50").path("items")) {
            thumbnails.add(service.resolve(image.path("urls").path("thumbnail").asText()));
            images.add(image.path("id").asText());
        }
        return new Gallery(account, photos, thumbnails, images);
    }

    /** The bytes of a request. */
    byte[] request(Deed deed, RandomGenerator random) {
        int picture = random.nextInt(images.size());
        Map<String, String> headers = account.authorization();
        return switch (deed) {
            case LIST -> KeptConnection.request(account.address("images?limit=50"), headers);
            case THUMBNAIL -> KeptConnection.request(thumbnails.get(picture), BROWSER);
            case EDIT -> KeptConnection.request("PATCH", account.address("images/" + images.get(picture)), json(headers),
                    ("{\"description\":\"" + random.nextLong() + "\"}").getBytes(StandardCharsets.US_ASCII));
            case UPLOAD -> {
                Form form = new Form(photos.get(random.nextInt(photos.size())), "");
                yield KeptConnection.request("POST", account.address("images"), form.headers(headers), form.bytes());
            }
        };
    }

    private static Map<String, String> json(Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(others);
        headers.put("Content-Type", "application/merge-patch+json");
        return headers;
    }
}
