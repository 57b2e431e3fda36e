package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.image.Watermark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which mark an image is shown with, and the file that it takes. */
public final class Marks {

    private final BlobStore blobs;
    private final InstanceMark instance;

    public Marks(BlobStore blobs, InstanceMark instance) {
        this.blobs = blobs;
        this.instance = instance;
    }

    /**
     * In the owner's own way, or else in the instance's.
     *
     * @param seenBy whose name stands in it too; {@code null} for nobody's
     */
    Watermark of(ImageViews.Delivery image, @Nullable String seenBy) {
        MarkStyle style = image.ownMark() == null ? instance.style() : image.ownMark();
        return style.of(image.ownerName(), seenBy);
    }

    /** Puts the mark's logo into the folder, under its name. Does nothing for a mark without one. */
    void handOver(Watermark mark, Path folder) {
        if (mark.motif() instanceof Motif.Logo logo) {
            Path file = folder.resolve(logo.fileName());
            try {
                if (instance.logo() != null && logo.content().equals(instance.style().logo())) {
                    Files.write(file, instance.logo());
                } else {
                    copy(BlobKey.logo(logo.content()), file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void copy(BlobKey key, Path file) throws IOException {
        try (BlobStore.Content content = blobs.open(key).orElseThrow(() -> new DependencyException("no blob " + key))) {
            Files.copy(content.stream(), file);
        }
    }
}
