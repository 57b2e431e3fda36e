package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.rendition.Recipe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Renditions that differ in their mark alone. There can be more than one, because several users may have the same picture,
 * but not as many as somebody can think of marks.
 */
final class FormerMarks {

    /** Of one size, in one format, of one content. */
    static final int KEPT = 16;
    private static final int LISTED = 1000;

    private final BlobStore blobs;

    FormerMarks(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Removes the oldest where there are too many now. Gives back what they were called. */
    List<String> removeBehind(BlobKey made) {
        String clean = Recipe.cleanName(made.fileName());
        String folder = made.value().substring(0, made.value().length() - made.fileName().length());
        List<BlobKey> doomed = blobs.list(folder, Optional.empty(), LISTED).stream()
                .filter(blob -> isMarked(blob.key().fileName(), clean))
                .sorted(Comparator.comparing(BlobStore.Stat::modifiedAt).reversed())
                .skip(KEPT).map(BlobStore.Stat::key).filter(key -> !key.equals(made)).toList();
        doomed.forEach(blobs::delete);
        return doomed.stream().map(BlobKey::fileName).toList();
    }

    private static boolean isMarked(String fileName, String clean) {
        return !fileName.equals(clean) && Recipe.cleanName(fileName).equals(clean);
    }
}
