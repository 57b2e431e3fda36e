package dev.albumen.application.album;

import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Uploads that take more than one request. They go with their owner's account. */
public interface Uploads {

    /** Keeps a new upload. */
    void add(Upload upload);

    Optional<Upload> find(UploadId id);

    /** Finds an upload and holds off everybody else who locks it until the caller's transaction ends. */
    Optional<Upload> lock(UploadId id);

    /** Keeps what became of an upload, which the caller has locked. */
    void complete(UploadId id, ImageId image, boolean duplicate);

    /** Removes an upload. One that is not there is no error. */
    void remove(UploadId id);

    /** How many uploads of a user are not completed. */
    int open(UserId owner);

    /** Those of the given uploads that are not completed. */
    Set<UploadId> open(Collection<UploadId> ids);

    /** Uploads, completed or not, that expired at that time or before, the earliest first. */
    List<UploadId> expired(Instant time, int limit);
}
