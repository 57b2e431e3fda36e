package dev.albumen.domain.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Watermark;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipeTest {

    /** Stored renditions are found by these names, so that another name is a lost rendition. */
    @Test
    void namesItsFilesForGood() {
        assertThat(Arrays.stream(RenditionSize.values()).flatMap(size -> Arrays.stream(RenditionFormat.values())
                .map(format -> Recipe.of(size, format).fileName()))).containsExactlyInAnyOrder(
                "thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg", "preview-v1.webp", "large-v1.jpg", "large-v1.webp",
                "thumbnail-v1.avif", "preview-v1.avif", "large-v1.avif");
        assertThat(new Recipe(RenditionSize.LARGE, RenditionFormat.JPEG, 2).fileName()).isEqualTo("large-v2.jpg");
    }

    @Test
    void isReadFromItsFileName() {
        assertThat(Arrays.stream(RenditionSize.values()).flatMap(size -> Arrays.stream(RenditionFormat.values())
                .map(format -> new Recipe(size, format, 12)))).allSatisfy(recipe ->
                assertThat(Recipe.parse(recipe.fileName())).contains(recipe));
        assertThat(Stream.of("", "stripped-v1.jpg", "thumbnail-v1.png", "thumbnail-v.jpg", "thumbnail-v+1.jpg", "thumbnail-v01.jpg",
                "thumbnail-v99999999999.jpg", "-v1.jpg", "thumbnail-v1", "thumbnail.jpg").map(Recipe::parse))
                .allSatisfy(parsed -> assertThat(parsed).isEmpty());
    }

    /** What is asked for with a mark must never be answered with what is kept without. */
    @Test
    void isNamedAfterItsMark() {
        Recipe clean = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP);
        Watermark mark = new Watermark("Ada", Watermark.Place.CENTER, 0.5, 0.06);

        assertThat(clean.marked(mark).fileName()).matches("preview-v1-w[0-9a-f]{12}\\.webp");
        assertThat(Recipe.parse(clean.marked(mark).fileName())).as("clean").isEmpty();
        assertThat(Recipe.cleanName(clean.marked(mark).fileName())).isEqualTo(clean.fileName());
        assertThat(Recipe.cleanName(clean.fileName())).isEqualTo(clean.fileName());
        assertThat(Stream.of(mark, new Watermark("Eva", mark.place(), 0.5, 0.06), new Watermark("Ada",
                Watermark.Place.TILED, 0.5, 0.06),
                new Watermark("Ada", mark.place(), 0.51, 0.06), new Watermark("Ada", mark.place(), 0.5, 0.07))
                .map(each -> clean.marked(each).fileName())).doesNotHaveDuplicates();
    }

    @Test
    void leavesMostForLater() {
        assertThat(Recipe.madeAtOnce(Set.of(RenditionFormat.values()))).extracting(Recipe::fileName).containsExactlyInAnyOrder(
                "thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg");
    }

    @Test
    void losesNothingOfWhatAJpegDoesNotShow() {
        assertThat(Recipe.madeAtOnce(Set.of(RenditionFormat.values()), false)).extracting(Recipe::fileName).containsExactlyInAnyOrder(
                "thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg", "preview-v1.webp");
    }

    @Test
    void makesNoMoreThanTheEngineWrites() {
        assertThat(Recipe.madeAtOnce(Set.of(RenditionFormat.JPEG), false)).extracting(Recipe::fileName).containsExactlyInAnyOrder(
                "thumbnail-v1.jpg", "preview-v1.jpg");
    }

    @Test
    void isNoLargerThanThePictureNeeds() {
        assertThat(RenditionSize.LARGE.sufficientFor(new Dimensions(1440, 1000))).isEqualTo(RenditionSize.PREVIEW);
        assertThat(RenditionSize.LARGE.sufficientFor(new Dimensions(1000, 1441))).isEqualTo(RenditionSize.LARGE);
        assertThat(RenditionSize.PREVIEW.sufficientFor(new Dimensions(10, 10))).isEqualTo(RenditionSize.PREVIEW);
    }

    @Test
    void isSizedAsTheInterfaceSays() {
        assertThat(Arrays.stream(RenditionSize.values()).map(RenditionSize::longestEdge)).containsExactly(320, 1440, 2560);
    }
}
