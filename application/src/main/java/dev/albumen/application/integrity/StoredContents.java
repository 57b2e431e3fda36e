package dev.albumen.application.integrity;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the images' rows say of blobs, by content. Those in the trash count like all others. */
public interface StoredContents {

    /** How many contents there are. */
    long count();

    /** In the order of their hashes. */
    List<StoredContent> after(Optional<Sha256> content, int limit);

    Optional<StoredContent> find(Sha256 content);

    /**
     * A content that images have.
     *
     * @param byteSize of the original
     * @param holders at least one
     */
    record StoredContent(Sha256 sha256, long byteSize, List<Holder> holders) {
        public StoredContent {
            holders = List.copyOf(holders);
        }

        /** The names of all renditions that some image is shown with. */
        Set<String> renditions() {
            return holders.stream().flatMap(holder -> holder.renditions().stream()).collect(Collectors.toSet());
        }
    }

    /** @param renditions the names of those that the image is shown with */
    record Holder(ImageId image, Set<String> renditions) {
        public Holder {
            renditions = Set.copyOf(renditions);
        }
    }
}
