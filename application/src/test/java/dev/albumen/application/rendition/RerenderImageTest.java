package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class RerenderImageTest extends UseCaseTest {

    private final FakeRenderer renderer = new FakeRenderer();
    private final InMemoryLease lease = new InMemoryLease();

    @Test
    void replacesOldRenditionsAndNothingElse() {
        Image old = old(anImage(), "sea");

        rerender(old);

        Image anew = current(old).orElseThrow();
        assertThat(anew.status()).isEqualTo(FakeRenderer.READY);
        assertThat(anew).usingRecursiveComparison().ignoringFields("status", "version").isEqualTo(old);
        assertThat(keys()).contains(BlobKey.rendition(old.sha256(), "thumbnail-v1.webp"));
        assertNothingStaged();
    }

    @Test
    void leavesWhatLacksNothing() {
        Image ready = given(anImage());
        Image pending = given(anImage().pending());
        Image bare = given(anImage().rendered());

        for (Image image : new Image[] {ready, pending, bare, anImage().build()}) {
            rerender(image);
        }

        assertThat(renderer.rendered()).isZero();
        assertThat(current(ready)).contains(ready);
        assertThat(current(bare)).contains(bare);
    }

    @Test
    void takesWhatWasMadeForAnotherOwner() {
        Image adas = old(anImage(), "sea");
        Image eves = given(anImage().ownedBy(EVE).containing(adas.sha256()).rendered("thumbnail-v0.jpg"));

        rerender(adas);
        rerender(eves);

        assertThat(renderer.rendered()).isOne();
        assertThat(current(eves).orElseThrow().status()).isEqualTo(FakeRenderer.READY);
    }

    @Test
    void remembersThatAJpegDoesNotShowAllOfIt() {
        Image adas = old(anImage(), "sea");
        Image eves = given(anImage().ownedBy(EVE).containing(adas.sha256()).rendered("thumbnail-v0.jpg"));
        rerender(adas);
        keepBlob(BlobKey.rendition(adas.sha256(), "preview-v1.webp"), "moving");

        rerender(eves);

        assertThat(((ImageStatus.Ready) current(eves).orElseThrow().status()).renditions())
                .containsExactlyInAnyOrder("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg", "preview-v1.webp");
    }

    @Test
    void leavesWhatLacksNothingThatIsMadeAtOnce() {
        Image lean = given(anImage().rendered("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg"));

        rerender(lean);

        assertThat(current(lean)).contains(lean);
        assertThat(renderer.rendered()).isZero();
    }

    @Test
    void keepsTheOldOnesWhereTheOriginalDoesNotDecodeAnyMore() {
        Image old = old(anImage(), "broken");

        rerender(old);

        assertThat(current(old)).contains(old);
    }

    @Test
    void keepsWhatTheOwnerChangedMeanwhile() {
        Image old = old(anImage(), "sea");
        renderer.beforeNext(() -> transactions.writing(() -> catalogue.images().save(
                old.changed(new Image.Patch(Change.to("Sky"), Change.keep(), Change.keep(), Change.keep()), NOON))));

        rerender(old);

        assertThat(current(old).orElseThrow().title()).isEqualTo("Sky");
        assertThat(current(old).orElseThrow().status()).isEqualTo(FakeRenderer.READY);
    }

    @Test
    void isTriedAgainWhereTheOriginalIsNotToBeHad() {
        Image old = given(anImage().rendered("thumbnail-v0.jpg"));

        assertThatThrownBy(() -> rerender(old)).isInstanceOf(DependencyException.class);
        assertThat(((ImageStatus.Ready) current(old).orElseThrow().status()).renditions()).containsExactly("thumbnail-v0.jpg");
    }

    @Test
    void changesNothingOnceItWasTakenForDead() {
        Image old = old(anImage(), "sea");
        renderer.beforeNext(lease::lose);

        assertThatThrownBy(() -> rerender(old)).isInstanceOf(LeaseLostException.class);
        assertThat(current(old)).contains(old);
    }

    @Test
    void isTheInstancesOwnWork() {
        assertForbidden(() -> useCase().handle(ROOT, new RerenderImage.Command(anImage().build().id(), lease)));
    }

    private void rerender(Image image) {
        useCase().handle(Viewer.WORKER, new RerenderImage.Command(image.id(), lease));
    }

    private RerenderImage useCase() {
        return new RerenderImage(transactions, catalogue.images(), blobs, staging, renderer);
    }

    private Image old(ImageBuilder builder, String bytes) {
        Image image = given(builder.containing(Sha256.of(bytes)).rendered("thumbnail-v0.jpg", "preview-v0.jpg"));
        keepBlob(BlobKey.original(image.sha256()), bytes);
        return image;
    }
}
