package dev.albumen.bootstrap.bench.scale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.bench.Account;
import dev.albumen.persistence.image.SeededImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One owner with so many images, and what can be asked of them.
 *
 * @param images how many
 * @param cursors of places in the list, the further ones deep in it
 */
record Library(Account owner, int images, List<String> cursors, String token) {

    /** Images in the album that a link shows. */
    static final int SHARED = 1000;
    private static final int AT_ONCE = 500;
    private static final int PAGE = 100;
    private static final int CURSORS = 50;
    /** Each a little different, so that none is answered by what another one left. */
    private static final int VARIED = 500;

    static Library seeded(Fleet fleet, int images) {
        Account owner = new Account(fleet.addresses().getFirst(), "bench-" + UUID.randomUUID().toString().substring(0, 8),
                UUID.randomUUID().toString());
        fleet.seed(owner.name(), images);
        List<String> cursors = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        JsonNode page = owner.get("images?limit=" + PAGE);
        for (int i = 0; i < CURSORS && page.hasNonNull("nextCursor"); i++) {
            page.path("items").forEach(image -> shared.add(image.path("id").asText()));
            cursors.add(page.path("nextCursor").asText());
            page = owner.get("images?limit=" + PAGE + "&cursor=" + cursors.getLast());
        }
        return new Library(owner, images, cursors, link(owner, shared));
    }

    private static String link(Account owner, List<String> images) {
        String album = owner.post("albums", Map.of("title", "Measured")).path("id").asText();
        for (int from = 0; from < SHARED; from += AT_ONCE) {
            owner.postMany("albums/" + album + "/images", Map.of("imageIds", images.subList(from, Math.min(from + AT_ONCE, images.size()))));
        }
        return owner.post("shares", Map.of("resourceType", "album", "resourceId", album)).path("token").asText();
    }

    /** Pages of the list, with its beginning as often as its depths. */
    List<String> lists() {
        return varied(n -> "images?limit=" + (40 + n / cursors.size() % 20) + (n % 2 == 0 ? "" : "&cursor=" + cursors.get(n % cursors.size())));
    }

    List<String> searches() {
        return varied(n -> "images?q=" + SeededImages.rareWord(n, images));
    }

    List<String> shares() {
        return varied(n -> "public/shares/" + token + "/images?limit=" + (20 + n % 80));
    }

    List<String> duplicates() {
        return varied(n -> "images/duplicates?limit=" + (20 + n % 80));
    }

    private static List<String> varied(IntFunction<String> path) {
        return IntStream.range(0, VARIED).mapToObj(path).toList();
    }
}
