package dev.albumen.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.shared.Sha256;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a bell \u0007"})
    void wantsALineThatIsSeen(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Watermark(text, Watermark.Place.TOP, 1, 0.1));
    }

    @Test
    void endsWithItsSixtyFourthCharacter() {
        assertThat(Watermark.isText("x".repeat(64))).isTrue();
        assertThat(Watermark.isText("😀".repeat(64))).isTrue();
        assertThat(Watermark.isText("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.049, 1.001, -1, Double.NaN})
    void isSeenAndNoMoreThanOpaque(double opacity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Watermark("x", Watermark.Place.TOP, opacity, 0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, 0.51, Double.NaN})
    void isNeitherASpotNorThePicture(double size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Watermark("x", Watermark.Place.TOP, 1, size));
    }

    /** Stored renditions are found by it, so that another one is a lost rendition. */
    @Test
    void isToldFromOthersByItsFingerprint() {
        Sha256 one = Sha256.of("one");
        assertThat(new Watermark("Ada", Watermark.Place.CENTER, 0.5, 0.06).fingerprint()).isEqualTo("ea0c65b72a44");
        assertThat(Stream.of(new Motif.Text("Ada"), new Motif.Text(one.hex()), new Motif.Logo(one), new Motif.Logo(Sha256.of("two")))
                .map(motif -> new Watermark(motif, Watermark.Place.CENTER, 0.5, 0.06).fingerprint())).doesNotHaveDuplicates();
    }
}
