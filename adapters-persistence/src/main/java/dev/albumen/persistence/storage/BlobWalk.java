package dev.albumen.persistence.storage;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the blobs of a folder and those below it in the order of their keys' bytes, looking no further than needed. */
final class BlobWalk {

    /** What a key stands for on the disk; empty where that is gone. */
    interface Files {
        Optional<Stat> stat(BlobKey key);
    }

    private final Path root;
    private final Files files;
    private final String after;
    private final int limit;
    private final List<Stat> found = new ArrayList<>();

    BlobWalk(Path root, Files files, String after, int limit) {
        this.root = root;
        this.files = files;
        this.after = after;
        this.limit = limit;
    }

    /** @param prefix ends with a slash */
    List<Stat> below(String prefix) throws IOException {
        walk(prefix);
        return List.copyOf(found);
    }

    private void walk(String prefix) throws IOException {
        boolean isOnTheWay = after.startsWith(prefix);
        if (!isOnTheWay && after.compareTo(prefix) > 0) {
            return;
        }
        FolderEntries entries =
                new FolderEntries(root.resolve(prefix), isOnTheWay ? after.substring(prefix.length()) : "");
        Optional<String> entry = entries.next();
        while (found.size() < limit && entry.isPresent()) {
            String key = prefix + entry.get();
            if (key.endsWith("/")) {
                walk(key);
            } else if (key.compareTo(after) > 0) {
                BlobKey.parse(key).flatMap(files::stat).ifPresent(found::add);
            }
            entry = entries.next();
        }
    }
}
