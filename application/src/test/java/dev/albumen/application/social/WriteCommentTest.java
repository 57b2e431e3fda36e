package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.social.Comments.Reason;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WriteCommentTest extends TalkTest {

    private final ChangeComment change = new ChangeComment(transactions, conversations, stores, notices, audit, clock);

    @Test
    void saysWhatAllReadWhoSeeTheThing() {
        Subject sea = shown();

        CommentView first = say(BOB, sea, " Nice ");
        CommentView answer = say(ADA, sea, first, "Thanks");
        CommentView further = say(EVE, sea, answer, "Really");

        assertThat(listed(Viewer.ANONYMOUS, sea)).extracting(view -> view.comment().body()).containsExactly("Nice", "Thanks", "Really");
        assertThat(listed(ADA, sea)).extracting(view -> view.comment().parent())
                .containsExactly(null, first.comment().id(), first.comment().id());
        assertThat(read(BOB, first).replyCount()).isEqualTo(2);
        assertThat(further.name()).extracting(CommentView.Name::displayName).isEqualTo("eve");
        assertThat(trail.actions()).containsExactly("comment.write", "comment.write", "comment.write");
        assertThat(trail.entries().toString()).as("the trail says nothing of what was said").doesNotContain("Nice");
    }

    @Test
    void namesAccountsToThoseWhoHaveOne() {
        Subject sea = shown();
        CommentView first = say(BOB, sea, "Nice");

        assertThat(read(EVE, first).name().account()).isEqualTo(new CommentView.Account(BOB.userId(), "bob"));
        assertThat(read(Viewer.ANONYMOUS, first).name()).isEqualTo(new CommentView.Name(null, "bob"));
    }

    @Test
    void isForMembersOfAnAlbumThatHoldsTheThing() {
        Album family = given(anAlbum());
        makeMember(family, BOB, AlbumRole.VIEWER);
        Subject sea = within(family);
        Subject album = new Subject.OfAlbum(family.id());

        say(BOB, sea, "Nice");
        say(BOB, album, "All nice");

        assertThat(listed(ADA, album)).hasSize(1);
        for (Subject subject : new Subject[] {sea, album}) {
            assertHidden(() -> say(EVE, subject, "Hello"));
            assertHidden(() -> listed(EVE, subject));
            assertHidden(() -> listed(Viewer.ANONYMOUS, subject));
            assertHidden(() -> listed(LINK_HOLDER, subject));
        }
    }

    @Test
    void isForAccounts() {
        Subject sea = shown();

        assertThat(refusedWithoutTrace(() -> say(Viewer.ANONYMOUS, sea, "Hello"))).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusedWithoutTrace(() -> say(LINK_HOLDER, sea, "Hello"))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void losesWhoLosesSightOfTheThing() {
        Album family = given(anAlbum());
        makeMember(family, BOB, AlbumRole.VIEWER);
        Subject sea = within(family);
        CommentView first = say(BOB, sea, "Nice");

        transactions.writing(() -> catalogue.albumMembers().remove(family.id(), BOB.userId()));

        assertHidden(() -> read(BOB, first));
        assertHidden(() -> delete(BOB, first));
        assertThat(listed(ADA, sea)).hasSize(1);
    }

    @Test
    void answersNothingThatTheViewerCannotRead() {
        Subject sea = shown();
        Subject other = shown();
        CommentView elsewhere = say(ADA, other, "Elsewhere");
        CommentView hidden = say(ADA, sea, "Hidden");
        hide(ADA, hidden);
        CommentView deleted = say(ADA, sea, "Deleted");
        delete(ADA, deleted);

        for (CommentView unread : new CommentView[] {elsewhere, hidden, deleted}) {
            assertRefused("unknown-value", () -> say(EVE, sea, unread, "Oh"));
        }
    }

    @Test
    void refusesAFloodAndTakesMoreAfterAWhile() {
        Subject sea = shown();
        for (int i = 0; i < WriteComment.BY_AUTHOR.tries(); i++) {
            say(BOB, sea, "Nice " + i);
        }

        assertThat(refusedWithoutTrace(() -> say(BOB, sea, "More"))).isInstanceOf(Refusal.Throttled.class);
        say(EVE, sea, "Others may");
        clock.pass(Duration.ofSeconds(2));
        say(BOB, sea, "More");
    }

    @Nested
    class Notices {

        @Test
        void reachTheOwnerTheAnsweredAndTheNamed() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Nice");
            CommentView answer = say(EVE, sea, first, "@root look, @eve @nobody @Ada");

            assertThat(told(first)).isEqualTo(Map.of(ADA.userId(), Reason.COMMENT));
            assertThat(told(answer)).isEqualTo(Map.of(
                    ADA.userId(), Reason.COMMENT, BOB.userId(), Reason.REPLY, ROOT.userId(), Reason.MENTION));
        }

        @Test
        void reachNobodyWhoDoesNotSeeTheThing() {
            Album family = given(anAlbum());
            makeMember(family, BOB, AlbumRole.VIEWER);
            Subject sea = within(family);

            CommentView first = say(BOB, sea, "@eve @root");

            assertThat(told(first)).as("power over the instance counts for nothing").isEqualTo(Map.of(ADA.userId(), Reason.COMMENT));
        }

        @Test
        void reachNobodyWhoHasBlockedTheAuthor() {
            Subject sea = shown();
            transactions.writing(() -> catalogue.blocks().add(EVE.userId(), BOB.userId(), NOON));

            assertThat(told(say(BOB, sea, "@eve"))).doesNotContainKey(EVE.userId());
        }

        @Test
        void reachThoseWhoAreNamedLater() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Nice");

            change.handle(BOB, new ChangeComment.Command(first.comment().id(), "Nice, @eve", Optional.empty()));

            assertThat(told(first)).isEqualTo(Map.of(ADA.userId(), Reason.COMMENT, EVE.userId(), Reason.MENTION));
        }

        private Map<UserId, Reason> told(CommentView comment) {
            return catalogue.comments().told(comment.comment().id());
        }
    }

    @Nested
    class Changing {

        @Test
        void isTheAuthorsAlone() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Nice");

            clock.pass(Duration.ofMinutes(1));
            CommentView changed = change.handle(BOB, command(first, "Very nice", 1));

            assertThat(changed.comment().body()).isEqualTo("Very nice");
            assertThat(changed.comment().editedAt()).isEqualTo(clock.instant());
            assertThat(changed.comment().version()).isEqualTo(2);
            assertForbidden(() -> change.handle(ADA, command(first, "Ugly", 2)));
            assertForbidden(() -> change.handle(ROOT, command(first, "Ugly", 2)));
            assertForbidden(() -> change.handle(Viewer.ANONYMOUS, command(first, "Ugly", 2)));
            assertThat(refusedWithoutTrace(() -> change.handle(BOB, command(first, "Late", 1)))).isEqualTo(new Refusal.Stale());
            assertRefused("empty", () -> change.handle(BOB, command(first, " ", 2)));
        }

        private ChangeComment.Command command(CommentView comment, String body, long version) {
            return new ChangeComment.Command(comment.comment().id(), body, Optional.of(version));
        }
    }

    @Nested
    class Deleting {

        @Test
        void isForTheAuthorTheOwnerAndThoseWhoKeepOrder() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "One");
            CommentView second = say(BOB, sea, "Two");
            CommentView third = say(BOB, sea, "Three");

            assertForbidden(() -> delete(EVE, first));
            delete(BOB, first);
            delete(ADA, second);
            delete(ROOT, third);

            assertThat(listed(ADA, sea)).isEmpty();
            assertHidden(() -> delete(BOB, first));
            assertHidden(() -> read(ADA, first));
        }

        @Test
        void leavesThePlaceOfWhatWasAnswered() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Nice");
            CommentView answer = say(ADA, sea, first, "Thanks");

            delete(BOB, first);

            assertThat(listed(ADA, sea)).hasSize(2);
            CommentView left = listed(ADA, sea).getFirst();
            assertThat(left.toString()).doesNotContain("Nice", "bob", BOB.userId().toString());
            assertThat(left.allowed()).isEmpty();
            assertThat(left.replyCount()).isOne();
            delete(ADA, answer);
            assertThat(listed(ADA, sea)).isEmpty();
        }

        @Test
        void asksForTheVersionThatItIsBasedOn() {
            CommentView first = say(BOB, shown(), "Nice");

            assertThat(refusedWithoutTrace(() ->
                    delete.handle(BOB, new DeleteComment.Command(first.comment().id(), Optional.of(7L))))).isEqualTo(new Refusal.Stale());
        }
    }

    @Nested
    class Likes {

        private final LikeComment like =
                new LikeComment(transactions, conversations, catalogue.commentLikes(), audit, clock);
        private final UnlikeComment unlike =
                new UnlikeComment(transactions, conversations, catalogue.commentLikes(), audit, clock);

        @Test
        void areCountedOnce() {
            CommentView first = say(BOB, shown(), "Nice");

            like.handle(EVE, new LikeComment.Command(first.comment().id()));
            like.handle(EVE, new LikeComment.Command(first.comment().id()));
            assertThat(read(EVE, first).likeCount()).isOne();
            assertThat(read(EVE, first).liked()).isTrue();
            assertThat(read(ADA, first).liked()).isFalse();
            unlike.handle(EVE, new UnlikeComment.Command(first.comment().id()));
            unlike.handle(EVE, new UnlikeComment.Command(first.comment().id()));

            assertThat(read(EVE, first).likeCount()).isZero();
            assertThat(trail.actions()).containsExactly("comment.write", "comment.like", "comment.unlike");
        }

        @Test
        void areForThoseWhoReadIt() {
            Album family = given(anAlbum());
            CommentView first = say(ADA, within(family), "Nice");

            assertHidden(() -> like.handle(EVE, new LikeComment.Command(first.comment().id())));
            assertHidden(() -> unlike.handle(EVE, new UnlikeComment.Command(first.comment().id())));
        }
    }

    @Test
    void keepsTheTalkOfWhatIsTrashedToItsOwner() {
        Subject sea = new Subject.OfImage(given(anImage().trashedAt(NOON)).id());
        say(ADA, sea, "Away with it");

        assertThat(listed(ADA, sea)).hasSize(1);
        assertHidden(() -> listed(BOB, sea));
    }
}
