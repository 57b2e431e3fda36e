package dev.albumen.bootstrap.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that checks look at. Rows and blobs are read once, before any node is asked for anything that it might make only then.
 *
 * @param blobs sizes by keys
 */
record Evidence(History history, World world, Rows rows, Map<String, Long> blobs) {

    static Evidence of(List<Recorded> journal, World world) {
        return new Evidence(new History(journal), world, world.rows(), Map.copyOf(world.blobs()));
    }

    static String original(String sha256) {
        return "originals/" + spread(sha256);
    }

    static String rendition(String sha256, String name) {
        return "renditions/" + spread(sha256) + "/" + name;
    }

    private static String spread(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    boolean hasOriginal(Rows.Image image) {
        return blobs.containsKey(original(image.sha256()));
    }

    Map<String, Rows.Image> imagesById() {
        return rows.images().stream().collect(Collectors.toMap(Rows.Image::id, image -> image));
    }

    /** Those of the run's own accounts: others may have been there before. */
    List<Rows.Image> imagesOfTheRun() {
        Set<String> accounts = history.accounts();
        return rows.images().stream().filter(image -> accounts.contains(image.owner())).toList();
    }
}
