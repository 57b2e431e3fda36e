package dev.albumen.application.image;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.PLACE;
import static dev.albumen.domain.image.ImageBuilder.TALKATIVE;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceImagesTest extends UseCaseTest {

    private static final Places NORWAY = position -> position.latitude() > 50 ? Optional.of(PLACE) : Optional.empty();

    @Test
    void givesPlacesToImagesThatHaveNone() {
        Image image = given(anImage().metadata(TALKATIVE.at(null)));
        Image trashed = given(anImage().metadata(TALKATIVE.at(null)).trashedAt(NOON));

        assertThat(place(NORWAY)).isEqualTo(2);

        assertThat(said(image)).isEqualTo(TALKATIVE);
        assertThat(said(trashed)).isEqualTo(TALKATIVE);
        assertThat(place(NORWAY)).as("again").isZero();
    }

    @Test
    void leavesWhatIsNearNothingAndWhatSaysNothing() {
        Image sea = given(anImage().metadata(new ImageMetadata(null, null, null, null, new Gps(0, 0, null), null, null, TALKATIVE.caption(), Map.of())));
        Image silent = given(anImage().metadata(ImageMetadata.NONE));

        assertThat(place(NORWAY)).isZero();
        assertThat(said(sea)).isEqualTo(sea.metadata());
        assertThat(said(silent)).isEqualTo(ImageMetadata.NONE);
    }

    @Test
    void goesOnBehindWhatItCannotPlace() {
        Places rarely = position -> position.altitude() != null && position.altitude() % 100 == 0 ? Optional.of(PLACE) : Optional.empty();
        List<Image> many = IntStream.range(0, 1201).mapToObj(n -> given(anImage()
                .metadata(new ImageMetadata(null, null, null, null, new Gps(1, 1, (double) n), null, null, TALKATIVE.caption(), Map.of())))).toList();

        assertThat(place(rarely)).isEqualTo(13);
        assertThat(said(many.getLast()).place()).isEqualTo(PLACE);
    }

    @Test
    void looksAtNothingWhereNoPlaceIsKnown() {
        given(anImage().metadata(TALKATIVE.at(null)));

        assertThat(place(Places.NONE)).isZero();
        assertThat(Places.NONE.at(TALKATIVE.gps())).isEmpty();
    }

    @Test
    void isTheWorkersAlone() {
        assertThatThrownBy(() -> new PlaceImages(transactions, catalogue.images(), NORWAY).handle(ROOT, new PlaceImages.Command()))
                .isInstanceOf(RefusedException.class);
    }

    private int place(Places places) {
        return new PlaceImages(transactions, catalogue.images(), places).handle(Viewer.WORKER, new PlaceImages.Command());
    }

    private ImageMetadata said(Image image) {
        return transactions.read(() -> catalogue.images().find(image.id())).orElseThrow().metadata();
    }
}
