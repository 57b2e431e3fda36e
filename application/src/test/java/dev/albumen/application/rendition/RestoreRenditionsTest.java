package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class RestoreRenditionsTest extends UseCaseTest {

    private final FakeRenderer renderer = new FakeRenderer();
    private final InMemoryLease lease = new InMemoryLease();

    private void restore(Image image) {
        new RestoreRenditions(transactions, catalogue.images(), blobs, staging, renderer)
                .handle(Viewer.WORKER, new RestoreRenditions.Command(image.id(), lease));
    }

    private Image shown(String bytes, String... names) {
        Image image = given(anImage().containing(Sha256.of(bytes)).rendered(names));
        keepBlob(BlobKey.original(image.sha256()), bytes);
        return image;
    }

    @Test
    void makesWhatWasLostAndLeavesTheRow() {
        Image image = shown("sea", FakeRenderer.READY.renditions().toArray(String[]::new));

        restore(image);

        FakeRenderer.READY.renditions().forEach(name -> assertThat(keys()).contains(BlobKey.rendition(image.sha256(), name)));
        assertThat(current(image)).contains(image);
        assertNothingStaged();
    }

    @Test
    void makesWhatIsMadeTodayOfWhatWasMadeByOldRecipes() {
        Image image = shown("sea", "thumbnail-v0.jpg");

        restore(image);

        assertThat(((ImageStatus.Ready) current(image).orElseThrow().status()).renditions()).isEqualTo(FakeRenderer.READY.renditions());
    }

    @Test
    void leavesWhatIsNotShownOrDoesNotDecode() {
        Image pending = given(anImage().pending());
        Image broken = shown("broken", "thumbnail-v1.jpg");

        restore(pending);
        restore(broken);
        restore(anImage().build());

        assertThat(current(pending)).contains(pending);
        assertThat(current(broken)).contains(broken);
    }

    @Test
    void changesNothingOnceItWasTakenForDead() {
        Image image = shown("sea", "thumbnail-v0.jpg");
        renderer.beforeNext(lease::lose);

        assertThatThrownBy(() -> restore(image)).isInstanceOf(LeaseLostException.class);
        assertThat(current(image)).contains(image);
    }

    @Test
    void isTriedAgainWhereTheOriginalIsNotToBeHad() {
        assertThatThrownBy(() -> restore(given(anImage()))).isInstanceOf(DependencyException.class);
    }

    @Test
    void isTheInstancesOwnWork() {
        assertForbidden(() -> new RestoreRenditions(transactions, catalogue.images(), blobs, staging, renderer)
                .handle(ROOT, new RestoreRenditions.Command(anImage().build().id(), lease)));
    }
}
