package dev.albumen.application.integrity;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The comparisons of rows with blobs. One at a time is under way. */
public interface StorageChecks {

    /** The one that was started last. */
    Optional<StorageCheck> latest();

    /** Keeps a new one. False, and nothing kept, where another is under way. */
    boolean begin(StorageCheck check);

    /**
     * Keeps a step of a check, with what was found in it. False, and nothing kept, where somebody took that step before.
     *
     * @param check as it is after the step, of a version one higher than before
     */
    boolean save(StorageCheck check, List<StorageDefect> found);

    /** What was found, in the order of the images' ids. */
    Page<StorageDefect> defects(UUID check, PageRequest page);
}
