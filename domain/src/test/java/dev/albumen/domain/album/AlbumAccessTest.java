package dev.albumen.domain.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlbumAccessTest {

    private static final Set<AlbumAction> ALL = EnumSet.allOf(AlbumAction.class);
    private static final Set<AlbumAction> NONE = EnumSet.noneOf(AlbumAction.class);

    static Stream<Arguments> everyViewerOfEveryAlbum() {
        List<Viewer> viewers = List.of(Viewer.WORKER, Viewer.ANONYMOUS, ADA, BOB, MODERATOR, ROOT, LINK_HOLDER);
        List<Album> albums = Stream.concat(
                Arrays.stream(Visibility.values()).map(who -> anAlbum().ownedBy(ADA).seenBy(who).build()),
                Stream.of(anAlbum().ownedBy(ADA).master().build())).toList();
        List<Optional<AlbumRole>> roles = Stream.concat(
                Stream.of(Optional.<AlbumRole>empty()), Arrays.stream(AlbumRole.values()).map(Optional::of)).toList();
        return viewers.stream().flatMap(viewer -> albums.stream().flatMap(album -> roles.stream().map(
                role -> Arguments.of(viewer, album, role.orElse(null)))));
    }

    /** Says the rules a second time, in another way than the policy: action by action. */
    private static boolean expected(Viewer viewer, Album album, @Nullable AlbumRole role, AlbumAction action) {
        if (viewer instanceof Viewer.Worker) {
            return true;
        }
        boolean owner = viewer.equals(ADA) || viewer.equals(ROOT);
        boolean member = role != null && viewer instanceof Viewer.Member;
        return switch (action) {
            case VIEW -> owner || member
                    || album.visibility() != Visibility.PRIVATE && !(viewer instanceof Viewer.LinkHolder);
            case CONTRIBUTE -> owner || member && role != AlbumRole.VIEWER;
            case CHANGE -> owner || member && role == AlbumRole.MANAGER;
            case MANAGE_MEMBERS -> owner && !album.master() || !owner && member && role == AlbumRole.MANAGER;
            case READ_NOTES, SHARE -> owner;
            case TRANSFER, DELETE -> owner && !album.master();
        };
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryAlbum")
    void allowsExactlyWhatTheRulesSay(Viewer viewer, Album album, @Nullable AlbumRole role) {
        Set<AlbumAction> allowed = AlbumAccess.allowed(viewer, album, role);

        for (AlbumAction action : AlbumAction.values()) {
            assertThat(allowed.contains(action)).as("%s", action).isEqualTo(expected(viewer, album, role, action));
        }
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryAlbum")
    void refusesWhatItDoesNotAllow(Viewer viewer, Album album, @Nullable AlbumRole role) {
        Set<AlbumAction> allowed = AlbumAccess.allowed(viewer, album, role);

        for (AlbumAction action : ALL) {
            if (allowed.contains(action)) {
                AlbumAccess.require(viewer, album, role, action);
            } else {
                Refusal refusal = refusalOf(() -> AlbumAccess.require(viewer, album, role, action));
                assertThat(refusal).isInstanceOf(allowed.equals(NONE) ? Refusal.NotFound.class : Refusal.Forbidden.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryAlbum")
    void allowsNothingToWhomItDoesNotShow(Viewer viewer, Album album, @Nullable AlbumRole role) {
        Set<AlbumAction> allowed = AlbumAccess.allowed(viewer, album, role);

        assertThat(allowed.isEmpty()).isEqualTo(!allowed.contains(AlbumAction.VIEW));
    }
}
