package dev.albumen.domain.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Album.Patch;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AlbumTest {

    private static final Instant LATER = AlbumBuilder.NOON.plusSeconds(60);
    private static final Patch NOTHING = new Patch(
            Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
            Change.keep(), Change.keep(), Change.keep());

    @Nested
    class Drafting {

        @Test
        void beginsEmptyAtVersionOne() {
            Album album = drafted(" Sea ", null);

            assertThat(album.title()).isEqualTo("Sea");
            assertThat(album.description()).isEmpty();
            assertThat(album.version()).isOne();
            assertThat(album.master()).isFalse();
            assertThat(album.createdAt()).isEqualTo(LATER).isEqualTo(album.updatedAt());
        }

        @Test
        void refusesATitleThatIsMissingTooLongOrHidden() {
            assertThat(codeOf(() -> drafted("  ", null))).isEqualTo("empty");
            assertThat(codeOf(() -> drafted("x".repeat(129), null))).isEqualTo("too-long");
            assertThat(codeOf(() -> drafted("a\nb", null))).isEqualTo("control-character");
        }

        @Test
        void refusesATooLongDescription() {
            assertThat(codeOf(() -> drafted("Sea", "x".repeat(2001)))).isEqualTo("too-long");
        }

        private static Album drafted(String title, @Nullable String description) {
            return Album.drafted(new AlbumId(new UUID(0, 1)), People.ADA.userId(),
                    new Album.Draft(title, description, null, Visibility.PRIVATE, AlbumSort.MANUAL, null, false, null, null), LATER);
        }
    }

    @Nested
    class Changing {

        @Test
        void keepsWhatThePatchLeavesOut() {
            Album album = anAlbum().titled("Sea").noting("for me").seenBy(Visibility.PUBLIC).build();

            assertThat(album.changed(NOTHING, LATER)).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(album);
            assertThat(album.changed(NOTHING, LATER).updatedAt()).isEqualTo(LATER);
        }

        @Test
        void setsAndClears() {
            Album album = anAlbum().noting("for me").seenBy(Visibility.PUBLIC).sorted(AlbumSort.FILENAME).build();
            ImageId cover = new ImageId(new UUID(0, 7));
            LocalDate day = LocalDate.of(2026, 5, 1);

            Album changed = album.changed(new Patch(Change.to("Sky"), Change.to("a\nb"), Change.clear(), Change.clear(),
                    Change.to(cover), Change.clear(), Change.to(day), Change.keep(), Change.keep(), Change.keep()), LATER);

            assertThat(changed.title()).isEqualTo("Sky");
            assertThat(changed.description()).isEqualTo("a\nb");
            assertThat(changed.notes()).isEmpty();
            assertThat(changed.visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(changed.coverImageId()).isEqualTo(cover);
            assertThat(changed.sort()).isEqualTo(AlbumSort.MANUAL);
            assertThat(changed.shootingDate()).isEqualTo(day);
        }

        @Test
        void refusesToClearTheTitle() {
            Patch patch = new Patch(Change.clear(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                    Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

            assertThat(codeOf(() -> anAlbum().build().changed(patch, LATER))).isEqualTo("empty");
        }
    }

    @Nested
    class AMasterAlbum {

        private final Album master = anAlbum().ownedBy(ADA).master().build();

        @Test
        void staysPrivate() {
            for (Visibility seen : new Visibility[] {Visibility.UNLISTED, Visibility.PUBLIC}) {
                Patch patch = new Patch(Change.keep(), Change.keep(), Change.keep(), Change.to(seen), Change.keep(),
                        Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
                assertThat(codeOf(() -> master.changed(patch, LATER))).isEqualTo("master-album-private");
            }
        }

        @Test
        void isNotDeleted() {
            assertThat(codeOf(master::requireDeletable)).isEqualTo("master-album-stays");
            anAlbum().build().requireDeletable();
        }

        @Test
        void keepsItsOwnersImagesAndLetsOthersGo() {
            assertThat(codeOf(() -> master.requireRemovable(ADA.userId()))).isEqualTo("master-album-holds-all");
            master.requireRemovable(BOB.userId());
            anAlbum().ownedBy(ADA).build().requireRemovable(ADA.userId());
        }
    }

    @Test
    void hidesNothingButTheNotes() {
        Album album = anAlbum().noting("for me").build();

        assertThat(album.withoutNotes().notes()).isEmpty();
        assertThat(album.withoutNotes()).usingRecursiveComparison().ignoringFields("notes").isEqualTo(album);
    }
}
