package dev.albumen.domain.image;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.MarkStyle.Patch;
import dev.albumen.domain.image.MarkStyle.Position;
import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.image.Watermark.Place;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkStyleTest {

    private static final MarkStyle STYLE = new MarkStyle("© Ada", Position.TOP, 0.3, true, Sha256.of("logo"));

    @Test
    void bearsTheOwnersNameWhereThereIsNoText() {
        assertThat(text(MarkStyle.DEFAULT.of("Ada Lovelace"))).isEqualTo("Ada Lovelace");
        assertThat(text(MarkStyle.DEFAULT.of("x".repeat(100)))).isEqualTo("x".repeat(Watermark.MAX_TEXT));
        assertThat(text(MarkStyle.DEFAULT.of("😀".repeat(70)))).isEqualTo("😀".repeat(Watermark.MAX_TEXT));
        assertThat(text(MarkStyle.DEFAULT.of("\t"))).isEqualTo("©");
        assertThat(text(STYLE.withoutLogo().of("Ada"))).isEqualTo("© Ada");
    }

    @Test
    void showsALogoInsteadOfText() {
        assertThat(STYLE.of("Ada").motif()).isEqualTo(new Motif.Logo(Sha256.of("logo")));
    }

    @ParameterizedTest
    @EnumSource
    void standsWhereItIsPutUnlessItIsEverywhere(Position position) {
        assertThat(new MarkStyle(null, position, 1, false, null).of("Ada").place().name()).isEqualTo(position.name());
        assertThat(new MarkStyle(null, position, 1, true, null).of("Ada").place()).isEqualTo(Place.TILED);
    }

    @Test
    void changesWhatIsNamedAndNothingElse() {
        assertThat(STYLE.changed(patch(Change.to("  Mine "), Change.to(1.0)), "/w"))
                .isEqualTo(new MarkStyle("Mine", Position.TOP, 1, true, STYLE.logo()));
        assertThat(STYLE.changed(new Patch(Change.clear(), Change.clear(), Change.clear(), Change.clear()), "/w"))
                .isEqualTo(MarkStyle.DEFAULT.withLogo(Sha256.of("logo")));
        assertThat(STYLE.changed(patch(Change.keep(), Change.keep()), "/w")).isEqualTo(STYLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "\u0007",
            "12345678901234567890123456789012345678901234567890123456789012345"})
    void takesNoTextThatIsNoLine(String text) {
        assertThat(codeOf(() -> STYLE.changed(patch(Change.to(text), Change.keep()), "/w")))
                .isIn("empty", "control-character", "too-long");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.049, 1.01, -1})
    void takesNoOpacityThatIsNone(double opacity) {
        assertThat(codeOf(() -> STYLE.changed(patch(Change.keep(), Change.to(opacity)), "/w"))).isEqualTo("out-of-range");
    }

    private static Patch patch(Change<String> text, Change<Double> opacity) {
        return new Patch(text, Change.keep(), opacity, Change.keep());
    }

    private static String text(Watermark mark) {
        return ((Motif.Text) mark.motif()).line();
    }
}
