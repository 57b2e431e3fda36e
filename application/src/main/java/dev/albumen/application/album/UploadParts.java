package dev.albumen.application.album;

import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.shared.UploadId;
import java.util.List;

/** The parts of resumable uploads. They go with their upload. */
public interface UploadParts {

    /**
     * Adds a part behind the last one. The caller has locked the upload.
     *
     * @throws IllegalArgumentException where the last one ends elsewhere
     */
    void append(UploadId upload, UploadPart part);

    /** In their order; none where there are none. */
    List<UploadPart> of(UploadId upload);

    /** Where the last one ends; 0 where there are none. */
    long received(UploadId upload);
}
