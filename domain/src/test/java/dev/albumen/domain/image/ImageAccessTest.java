package dev.albumen.domain.image;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.ImageAccess.Facts;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageAccessTest {

    static Stream<Arguments> everyViewerOfEveryImage() {
        List<Viewer> viewers = List.of(Viewer.WORKER, Viewer.ANONYMOUS, ADA, BOB, MODERATOR, ROOT, LINK_HOLDER);
        List<Facts> images = Arrays.stream(Reach.values()).flatMap(reach -> Stream.of(true, false).flatMap(
                ready -> Stream.of(true, false).flatMap(trashed -> Stream.of(true, false).map(
                        watermarked -> new Facts(ADA.userId(), ready, trashed, reach, watermarked))))).toList();
        return viewers.stream().flatMap(viewer -> images.stream().map(image -> Arguments.of(viewer, image)));
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryImage")
    void showsTheMarkToEverybodyButTheOwner(Viewer viewer, Facts image) {
        assertThat(ImageAccess.marked(viewer, image))
                .isEqualTo(image.watermarked() && !viewer.equals(ADA) && !(viewer instanceof Viewer.Worker));
    }

    @Test
    void saysThatItIsTheMarkThatKeepsTheOriginalBack() {
        Facts marked = new Facts(ADA.userId(), true, false, Reach.MEMBER, true);
        assertThat(codeOf(() -> ImageAccess.require(BOB, marked,
                ImageAction.DOWNLOAD_ORIGINAL))).isEqualTo("original-watermarked");
        assertThat(codeOf(() -> ImageAccess.require(ROOT, marked,
                ImageAction.DOWNLOAD_ORIGINAL))).isEqualTo("original-watermarked");
        assertThat(codeOf(() -> ImageAccess.require(BOB, marked, ImageAction.DELETE))).isEqualTo("image-not-yours");
    }

    /** Says the rules a second time, in another way than the policy: action by action. */
    private static boolean expected(Viewer viewer, Facts image, ImageAction action) {
        boolean owner = viewer.equals(ADA) || viewer instanceof Viewer.Worker;
        if (action == ImageAction.DOWNLOAD_ORIGINAL && image.watermarked() && !owner) {
            return false;
        }
        if (viewer.equals(ADA) || viewer.equals(ROOT) || viewer instanceof Viewer.Worker) {
            return true;
        }
        boolean user = viewer.equals(BOB) || viewer.equals(MODERATOR);
        boolean visible = image.ready() && !image.trashed();
        boolean shown = visible && image.reach().compareTo(Reach.PUBLIC) >= 0;
        boolean reviewed = visible && image.reach() == Reach.REVIEW && viewer.equals(MODERATOR);
        return switch (action) {
            // What makes somebody a member of an album is a user; without one there is nothing but the public.
            case VIEW -> reviewed || shown && (user || viewer instanceof Viewer.Anonymous && image.reach() == Reach.PUBLIC);
            case READ_COMMENTS -> shown && (user || viewer instanceof Viewer.Anonymous && image.reach() == Reach.PUBLIC);
            case FAVORITE, LIKE, RATE -> shown && user;
            case SEE_DETAILS, DOWNLOAD_ORIGINAL -> shown && user && image.reach() == Reach.MEMBER;
            case SEE_PLACE, CHANGE, PLACE, SHARE, DELETE -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryImage")
    void allowsExactlyWhatTheRulesSay(Viewer viewer, Facts image) {
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image);

        for (ImageAction action : ImageAction.values()) {
            assertThat(allowed.contains(action)).as("%s", action).isEqualTo(expected(viewer, image, action));
        }
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryImage")
    void refusesWhatItDoesNotAllow(Viewer viewer, Facts image) {
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image);

        for (ImageAction action : ImageAction.values()) {
            if (allowed.contains(action)) {
                ImageAccess.require(viewer, image, action);
            } else {
                Refusal refusal = refusalOf(() -> ImageAccess.require(viewer, image, action));
                assertThat(refusal).isInstanceOf(allowed.isEmpty() ? Refusal.NotFound.class : Refusal.Forbidden.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyViewerOfEveryImage")
    void allowsNothingToWhomItDoesNotShow(Viewer viewer, Facts image) {
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image);

        assertThat(allowed.isEmpty()).isEqualTo(!allowed.contains(ImageAction.VIEW));
    }

    private static String codeOf(ThrowingCallable act) {
        return ((Refusal.Forbidden) refusalOf(act)).code();
    }
}
