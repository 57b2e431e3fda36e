package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.domain.shared.Sha256;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every memory of blobs' sums does. */
public abstract class BlobSumsContract {

    private static final Sha256 SEA = Sha256.of("sea");
    private static final Sha256 SKY = Sha256.of("sky");
    private static final BlobKey ORIGINAL = BlobKey.original(SEA);
    private static final BlobKey PREVIEW = BlobKey.rendition(SEA, "preview-v1.jpg");
    private static final BlobSum SMALL = new BlobSum(0, 0);
    private static final BlobSum LARGE = new BlobSum(5_000_000_000L, 0xffff_ffffL);

    private BlobSums sums;

    protected abstract BlobSums open();

    @BeforeEach
    void openSums() {
        sums = open();
    }

    @Test
    void knowsWhatItWasToldOfOriginalsAndOfWhatWasMadeFromThem() {
        sums.keep(ORIGINAL, LARGE);
        sums.keep(PREVIEW, SMALL);
        sums.keep(BlobKey.original(SKY), SMALL);

        assertThat(sums.of(List.of(SEA))).isEqualTo(Map.of(ORIGINAL, LARGE, PREVIEW, SMALL));
        assertThat(sums.of(List.of(SEA, SKY, Sha256.of("unknown"), SEA))).hasSize(3);
        assertThat(sums.of(List.of())).isEmpty();
    }

    @Test
    void takesTheLastWord() {
        sums.keep(PREVIEW, LARGE);
        sums.keep(PREVIEW, SMALL);
        sums.keep(PREVIEW, SMALL);

        assertThat(sums.of(List.of(SEA))).isEqualTo(Map.of(PREVIEW, SMALL));
    }

    @Test
    void forgetsOneBlobAndNoOther() {
        sums.keep(ORIGINAL, LARGE);
        sums.keep(PREVIEW, SMALL);

        sums.forget(PREVIEW);
        sums.forget(PREVIEW);

        assertThat(sums.of(List.of(SEA))).containsOnlyKeys(ORIGINAL);
    }

    @Test
    void keepsNothingOfOtherBlobs() {
        for (BlobKey key : List.of(BlobKey.logo(SEA), new BlobKey("originals/ab/cd/abcd"), new BlobKey("elsewhere/x"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> sums.keep(key, SMALL));
        }
    }
}
