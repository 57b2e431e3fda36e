package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenUploadsTest extends UploadsCase {

    @Test
    void takesAllFilesOrNone() {
        limit(ADA, 8);
        assertThat(open.handle(ADA, command(announced("sea"), announced("hill"))).uploads()).hasSize(2)
                .extracting(one -> one.address().uri()).doesNotHaveDuplicates();
        assertThat(refusalOf(() -> open.handle(ADA, command(announced("x"), announced("y"))))).isEqualTo(new Refusal.QuotaExceeded(0));
    }

    @Test
    void leavesRoomForNothingElse() {
        limit(ADA, 10);
        opened(announced("12345678"));

        assertThat(refusalOf(() -> opened(announced("sea")))).isEqualTo(new Refusal.QuotaExceeded(2));
    }

    @Test
    void isRefusedForWhatCouldNotBeTaken() {
        assertRefused("file-too-large", () -> opened(announced("x".repeat(101))));
        assertThat(refusedWithoutTrace(() -> opened(new Upload.Announced(new Filename("a.pdf"), 3, "application/pdf", null))))
                .isInstanceOf(Refusal.UnsupportedType.class);
        assertThat(refusedWithoutTrace(() -> opened(new Upload.Announced(new Filename("a.gif"), 3, "image/gif", null))))
                .isInstanceOf(Refusal.UnsupportedType.class);
        assertRefused("wrong-number", () -> open.handle(ADA, new OpenUploads.Command(List.of(), null)));
        assertRefused("wrong-number", () -> open.handle(ADA, new OpenUploads.Command(Collections.nCopies(101, announced("a")), null)));
    }

    @Test
    void isRefusedIntoAnAlbumThatIsHiddenOrOnlySeen() {
        Album album = given(anAlbum().ownedBy(BOB));
        assertHidden(() -> open.handle(ADA, new OpenUploads.Command(List.of(announced("sea")), album.id())));
        makeMember(album, ADA, AlbumRole.VIEWER);
        assertForbidden(() -> open.handle(ADA, new OpenUploads.Command(List.of(announced("sea")), album.id())));
    }

    @Test
    void isRefusedToStrangers() {
        assertThat(refusedWithoutTrace(() -> open.handle(Viewer.ANONYMOUS, command(announced("sea")))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void ofTooManyWaitsForOthersToEnd() {
        for (int i = 0; i < 10; i++) {
            open.handle(BOB, new OpenUploads.Command(Collections.nCopies(100, announced("a")), null));
        }
        assertThat(refusalOf(() -> open.handle(BOB, command(announced("a"))))).isInstanceOf(Refusal.Conflict.class);
        opened(announced("a"));
    }
}
