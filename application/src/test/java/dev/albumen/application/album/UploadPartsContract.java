package dev.albumen.application.album;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.UploadId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of parts does. */
public abstract class UploadPartsContract extends CatalogueContract {

    private static final UploadId ID = new UploadId(new UUID(7, 1));
    private static final UploadId OTHER = new UploadId(new UUID(7, 2));

    private UploadParts parts;
    private Uploads uploads;

    protected abstract UploadParts parts();

    /** Those that the parts are of. */
    protected abstract Uploads uploads();

    @BeforeEach
    void openParts() {
        uploads = uploads();
        parts = parts();
        for (UploadId id : new UploadId[] {ID, OTHER}) {
            writing(() -> uploads.add(new Upload(id, ada, null,
                    new Upload.Announced(new Filename("a.jpg"), 100, "image/png", null), true, NOON, NOON.plusSeconds(9), null)));
        }
    }

    @Test
    void keepTheirOrder() {
        assertThat(read(() -> parts.received(ID))).isZero();
        assertThat(read(() -> parts.of(ID))).isEmpty();

        writing(() -> parts.append(ID, part(1, 0, 10)));
        writing(() -> parts.append(OTHER, part(2, 0, 7)));
        writing(() -> parts.append(ID, part(3, 10, 1)));

        assertThat(read(() -> parts.of(ID))).containsExactly(part(1, 0, 10), part(3, 10, 1));
        assertThat(read(() -> parts.received(ID))).isEqualTo(11);
        assertThat(read(() -> parts.received(OTHER))).isEqualTo(7);
    }

    @Test
    void haveNeitherGapsNorOverlaps() {
        writing(() -> parts.append(ID, part(1, 0, 10)));

        for (long start : new long[] {0, 5, 9, 11}) {
            assertThatThrownBy(() -> writing(() -> parts.append(ID, part(2, start, 10)))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(read(() -> parts.of(ID))).containsExactly(part(1, 0, 10));
    }

    @Test
    void goWithTheirUpload() {
        writing(() -> parts.append(ID, part(1, 0, 10)));

        writing(() -> uploads.remove(ID));

        assertThat(read(() -> parts.of(ID))).isEmpty();
    }

    private static UploadPart part(int id, long startsAt, long byteSize) {
        return new UploadPart(new UUID(8, id), startsAt, byteSize);
    }
}
