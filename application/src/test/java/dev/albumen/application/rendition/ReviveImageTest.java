package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class ReviveImageTest extends UseCaseTest {

    private final GiveUpImage giveUp = new GiveUpImage(transactions, catalogue.images(), clock);
    private final ReviveImage revive = new ReviveImage(transactions, catalogue.images(), clock);

    @Test
    void callsAnImagePendingAgainThatWasGivenUp() {
        Image image = given(anImage().pending());
        giveUp.handle(Viewer.WORKER, new GiveUpImage.Command(image.id()));

        revive(image);

        assertThat(current(image).orElseThrow().status()).isEqualTo(new ImageStatus.Pending());
    }

    @Test
    void leavesAnImageThatIsReadyOrBrokenOrGone() {
        Image ready = given(anImage());
        Image broken = given(anImage().failed());

        revive(ready);
        revive(broken);
        revive(anImage().build());

        assertThat(catalogue.images().all()).containsExactly(ready, broken);
    }

    @Test
    void isTheInstancesOwnWork() {
        assertForbidden(() -> revive.handle(ROOT, new ReviveImage.Command(anImage().build().id())));
    }

    private void revive(Image image) {
        revive.handle(Viewer.WORKER, new ReviveImage.Command(image.id()));
    }
}
