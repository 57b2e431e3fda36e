package dev.albumen.bootstrap.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds.
 *
 * @param counters those that are not what they count, each with what it should be
 * @param places of images in albums, in their manual order
 * @param jobs that are to be done or were given up; recurring ones are left out
 * @param audited how many entries there are, by action and resource, such as {@code image.upload <id>}
 * @param tags {@code <image id> <name>}
 */
record Rows(
        List<Image> images, List<Album> albums, List<Place> places, List<Share> shares, List<Upload> uploads, List<String> uploadParts,
        List<String> logos, List<Sum> sums, List<Job> jobs, List<Counter> counters, Map<String, Long> audited, List<String> tags) {

    /** @param owner the user's name */
    record Image(
            String id, String owner, String sha256, long byteSize, String status, boolean trashed, List<String> renditions,
            @Nullable String title) {}

    record Album(String id, String owner, String title, String visibility, boolean master) {}

    record Place(String album, String image) {}

    record Share(String id, String owner, @Nullable String album, boolean active, @Nullable Instant expiresAt) {}

    /** @param open whether it may still be completed */
    record Upload(String id, boolean open) {}

    /** @param name of a rendition's file; empty for the original */
    record Sum(String sha256, String name, long byteSize, long crc32) {}

    record Job(String id, String state, String about) {}

    record Counter(String id, String what) {}
}
