package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class GiveUpImageTest extends UseCaseTest {

    private final GiveUpImage giveUp = new GiveUpImage(transactions, catalogue.images(), clock);

    @Test
    void callsAnImageFailedThatIsNotTriedAgain() {
        Image image = given(anImage().pending());

        giveUp(image);

        assertThat(current(image).orElseThrow().status())
                .isInstanceOfSatisfying(ImageStatus.Failed.class, failed -> assertThat(failed.code()).isEqualTo("image-unprocessed"));
    }

    @Test
    void leavesAnImageThatIsDecidedOrGone() {
        Image ready = given(anImage());
        Image broken = given(anImage().failed());

        giveUp(ready);
        giveUp(broken);
        giveUp(anImage().build());

        assertThat(catalogue.images().all()).containsExactly(ready, broken);
    }

    @Test
    void isTheInstancesOwnWork() {
        Image image = given(anImage().pending());

        assertForbidden(() -> giveUp.handle(ROOT, new GiveUpImage.Command(image.id())));
    }

    private void giveUp(Image image) {
        giveUp.handle(Viewer.WORKER, new GiveUpImage.Command(image.id()));
    }
}
