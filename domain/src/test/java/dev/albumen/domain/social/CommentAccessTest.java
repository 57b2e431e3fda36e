package dev.albumen.domain.social;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static dev.albumen.domain.social.CommentAction.CHANGE;
import static dev.albumen.domain.social.CommentAction.DELETE;
import static dev.albumen.domain.social.CommentAction.HIDE;
import static dev.albumen.domain.social.CommentAction.LIKE;
import static dev.albumen.domain.social.CommentAction.READ;
import static dev.albumen.domain.social.CommentAction.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On a thing of Ada's, of which Bob has said something. */
class CommentAccessTest {

    private static final CommentAccess.Facts SEEN = new CommentAccess.Facts(true, ADA.userId(), false);
    private static final CommentAccess.Facts BLOCKED = new CommentAccess.Facts(true, ADA.userId(), true);
    private static final CommentAccess.Facts UNSEEN = new CommentAccess.Facts(false, ADA.userId(), false);
    private static final Comment SHOWN = Comment.written(new CommentId(new UUID(0, 1)),
            new Subject.OfImage(new ImageId(new UUID(0, 2))), null, new Author.OfAccount(BOB.userId()), "Nice", Instant.EPOCH);

    @Test
    void letsEverybodyReadWhoSeesTheThing() {
        assertThat(CommentAccess.allowed(Viewer.ANONYMOUS, SEEN, SHOWN)).containsExactly(READ);
        assertThat(CommentAccess.allowed(EVE, SEEN, SHOWN)).containsExactlyInAnyOrder(READ, LIKE, REPORT);
        assertThat(CommentAccess.allowed(EVE, UNSEEN, SHOWN)).isEmpty();
        assertThat(CommentAccess.allowed(BOB, UNSEEN, SHOWN)).as("not even the author").isEmpty();
        assertThat(CommentAccess.allowed(MODERATOR, UNSEEN, SHOWN)).isEmpty();
    }

    @Test
    void letsTheAuthorChangeAndDelete() {
        assertThat(CommentAccess.allowed(BOB, SEEN, SHOWN)).containsExactlyInAnyOrder(READ, LIKE, CHANGE, DELETE);
        assertThat(CommentAccess.allowed(BOB, BLOCKED, SHOWN)).containsExactlyInAnyOrder(READ, LIKE, DELETE);
        assertThat(codeOf(() -> CommentAccess.require(BOB, BLOCKED, SHOWN, CHANGE))).isEqualTo("comments-blocked");
    }

    @Test
    void letsTheThingsOwnerAndModeratorsDecideWhatIsShown() {
        assertThat(CommentAccess.allowed(ADA, SEEN, SHOWN)).containsExactlyInAnyOrder(READ, LIKE, REPORT, DELETE, HIDE);
        assertThat(CommentAccess.allowed(MODERATOR, SEEN, SHOWN)).containsExactlyInAnyOrder(READ, LIKE, REPORT, DELETE, HIDE);
        assertThat(codeOf(() -> CommentAccess.require(EVE, SEEN, SHOWN, HIDE))).isEqualTo("comment-not-yours");
        assertThat(codeOf(() -> CommentAccess.require(EVE, SEEN, SHOWN, DELETE))).isEqualTo("comment-not-yours");
    }

    @Test
    void hidesWhatIsHiddenFromAllButTheAuthorAndThoseWhoDecide() {
        Comment hidden = SHOWN.hidden(false);

        assertThat(CommentAccess.allowed(EVE, SEEN, hidden)).isEmpty();
        assertThat(CommentAccess.allowed(Viewer.ANONYMOUS, SEEN, hidden)).isEmpty();
        assertThat(CommentAccess.allowed(BOB, SEEN, hidden)).containsExactlyInAnyOrder(READ, DELETE);
        assertThat(CommentAccess.allowed(ADA, SEEN, hidden)).containsExactlyInAnyOrder(READ, DELETE, HIDE);
        assertThat(refusalOf(() -> CommentAccess.require(EVE, SEEN, hidden, HIDE))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void leavesNothingToDoWithWhatIsDeleted() {
        for (Viewer viewer : Set.of(ADA, BOB, EVE, MODERATOR, Viewer.ANONYMOUS, LINK_HOLDER)) {
            assertThat(CommentAccess.allowed(viewer, SEEN, SHOWN.deleted())).isEmpty();
        }
    }

    @Test
    void letsAccountsWriteThatTheOwnerHasNotBlocked() {
        assertThat(CommentAccess.requireWriting(EVE, SEEN)).isEqualTo(EVE);
        assertThat(codeOf(() -> CommentAccess.requireWriting(EVE, BLOCKED))).isEqualTo("comments-blocked");
        assertThat(refusalOf(() -> CommentAccess.requireWriting(EVE, UNSEEN))).isInstanceOf(Refusal.NotFound.class);
        assertThat(refusalOf(() -> CommentAccess.requireWriting(Viewer.ANONYMOUS, SEEN))).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusalOf(() -> CommentAccess.requireWriting(LINK_HOLDER, SEEN))).isInstanceOf(Refusal.Unauthenticated.class);
    }
}
