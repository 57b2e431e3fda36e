package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Usage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompleteUploadTest extends UploadsCase {

    @Test
    void endsInAnImageThatIsChargedOnce() {
        OpenUploads.Opened opened = opened(announced("sea"));
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, 3));
        assertThat(view.handle(ADA, new ViewUpload.Query(opened.upload().id())).state()).isEqualTo(ViewUpload.State.OPEN);

        send(opened, "sea");
        UploadImage.Uploaded uploaded = completed(opened);
        Image image = uploaded.image().image();

        assertThat(uploaded.duplicate()).isFalse();
        assertThat(image.filename()).isEqualTo("sea.jpg");
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 3, 0));
        assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
        assertThat(sent()).isEmpty();
        assertThat(trail.actions()).containsExactly("upload.open", "image.upload");
        ViewUpload.Seen seen = view.handle(ADA, new ViewUpload.Query(opened.upload().id()));
        assertThat(seen.state()).isEqualTo(ViewUpload.State.COMPLETED);
        assertThat(seen.upload().result()).isEqualTo(new Upload.Result(image.id(), false));
    }

    @Test
    void twiceGivesTheSameImage() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");
        UploadImage.Uploaded first = completed(opened);
        UploadImage.Uploaded second = completed(opened);

        assertThat(second.image().image().id()).isEqualTo(first.image().image().id());
        assertThat(second.duplicate()).isFalse();
        assertThat(used(ADA)).isEqualTo(3);
        assertThat(trail.actions()).containsExactly("upload.open", "image.upload");
    }

    @Test
    void findsTheImageOfWhoeverWasFasterAndTookTheBytesAway() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");
        BlobStore late = (BlobStore) Proxy.newProxyInstance(BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class},
                (proxy, method, arguments) -> {
                    completed(opened);
                    return method.invoke(blobs, arguments);
                });

        UploadImage.Uploaded second = complete(new UploadBytes(late, parts, transactions))
                .handle(ADA, new CompleteUpload.Command(opened.upload().id()));

        assertThat(second.image().image().id()).isEqualTo(completed(opened).image().image().id());
        assertThat(used(ADA)).isEqualTo(3);
    }

    @Test
    void whatTheOwnerHasAlreadyGivesTheReservationBack() {
        OpenUploads.Opened first = opened(announced("sea"));
        OpenUploads.Opened second = opened(announced("sea"));
        send(first, "sea");
        send(second, "sea");
        completed(first);

        UploadImage.Uploaded uploaded = completed(second);

        assertThat(uploaded.duplicate()).isTrue();
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 3, 0));
        assertThat(completed(second).duplicate()).isTrue();
    }

    @Test
    void fitsEvenWhereTheQuotaHasShrunk() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");
        limit(ADA, 1);

        completed(opened);

        assertThat(quota.usage(ADA.userId())).contains(new Usage(1L, 3, 0));
    }

    @Test
    void needsTheBytes() {
        OpenUploads.Opened opened = opened(announced("sea"));

        assertRefused("upload-incomplete", () -> completed(opened));
    }

    @Test
    void believesNoStoreThatTookOtherBytes() {
        OpenUploads.Opened opened = opened(announced("sea"));
        keepBlob(BlobKey.upload(opened.upload().id()), "sky");
        assertRefused("checksum-mismatch", () -> completed(opened));
        keepBlob(BlobKey.upload(opened.upload().id()), "seas");
        assertRefused("length-mismatch", () -> completed(opened));
    }

    @Test
    void ofABrokenFileLeavesTheUploadOpen() {
        OpenUploads.Opened opened = opened(new Upload.Announced(new Filename("a.jpg"), 6, "image/jpeg", null));
        send(opened, "broken");
        assertRefused("image-broken", () -> completed(opened));

        send(opened, "better");
        assertThat(completed(opened).image().image().sha256()).isEqualTo(Sha256.of("better"));
    }

    @Test
    void isHiddenFromOthersAndOverWhenItHasExpired() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");

        assertHidden(() -> complete().handle(BOB, new CompleteUpload.Command(opened.upload().id())));
        assertHidden(() -> complete().handle(ROOT, new CompleteUpload.Command(opened.upload().id())));
        assertHidden(() -> view.handle(ROOT, new ViewUpload.Query(opened.upload().id())));
        assertHidden(() -> complete().handle(ADA, new CompleteUpload.Command(NOBODYS)));
        assertThat(refusedWithoutTrace(() -> complete().handle(Viewer.ANONYMOUS, new CompleteUpload.Command(opened.upload().id()))))
                .isInstanceOf(Refusal.Unauthenticated.class);
        clock.pass(Duration.ofHours(1));
        assertRefused("upload-expired", () -> completed(opened));
        assertThat(view.handle(ADA, new ViewUpload.Query(opened.upload().id())).state()).isEqualTo(ViewUpload.State.EXPIRED);
    }
}
