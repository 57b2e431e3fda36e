package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import dev.albumen.domain.social.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ModerationTest extends TalkTest {

    private final UnhideComment unhide = new UnhideComment(transactions, conversations, catalogue.comments(), audit, clock);
    private final ReportComment report =
            new ReportComment(transactions, conversations, catalogue.reports(), throttle, audit, ids, clock);
    private final ListReports listReports = new ListReports(catalogue.reports());
    private final SettleReport settle =
            new SettleReport(transactions, catalogue.reports(), catalogue.comments(), audit, clock);

    @Nested
    class Hiding {

        @Test
        void keepsACommentFromAllButItsAuthorAndThoseWhoDecide() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Ugly");

            hide(ADA, first);
            hide(ADA, first);

            assertThat(listed(EVE, sea)).isEmpty();
            assertThat(listed(Viewer.ANONYMOUS, sea)).isEmpty();
            assertThat(listed(BOB, sea)).hasSize(1);
            assertThat(listed(ADA, sea)).hasSize(1);
            assertThat(listed(ROOT, sea)).hasSize(1);
            assertHidden(() -> read(EVE, first));
            assertHidden(() -> hide(EVE, first));
            unhide(ADA, first);
            assertThat(listed(EVE, sea)).hasSize(1);
            assertThat(trail.actions()).containsExactly("comment.write", "comment.hide", "comment.unhide");
        }

        @Test
        void isForTheOwnerAndModeratorsWhoSeeTheThing() {
            CommentView first = say(BOB, shown(), "Ugly");
            CommentView unseen = say(ADA, within(given(anAlbum())), "Private");

            assertForbidden(() -> hide(BOB, first));
            assertForbidden(() -> hide(EVE, first));
            assertHidden(() -> hide(MODERATOR, unseen));
            hide(MODERATOR, first);
            assertRefused("hidden-by-moderator", () -> unhide(ADA, first));
            unhide(ROOT, first);
        }

        /** They are to look at the picture, not at what its owner's friends say of it. */
        @Test
        void isNotForModeratorsWhoSeeTheThingForAReviewAlone() {
            Image sea = given(anImage());
            Subject subject = new Subject.OfImage(sea.id());
            CommentView first = say(ADA, subject, "Private");
            review(sea);

            assertHidden(() -> listed(MODERATOR, subject));
            assertHidden(() -> read(MODERATOR, first));
            assertHidden(() -> say(MODERATOR, subject, "Hello"));
            assertHidden(() -> hide(MODERATOR, first));
        }

        @Test
        void leavesThePlaceOfWhatWasAnswered() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Ugly");
            say(EVE, sea, first, "Indeed");

            hide(ADA, first);

            assertThat(listed(EVE, sea)).hasSize(2);
            assertThat(listed(EVE, sea).getFirst().comment().state()).isEqualTo(Comment.State.DELETED);
            assertThat(listed(EVE, sea).getFirst().toString()).doesNotContain("Ugly", "bob", "HIDDEN");
        }
    }

    @Nested
    class Reporting {

        @Test
        void bringACommentBeforeModeratorsWhoDoNotSeeTheThing() {
            Album family = given(anAlbum());
            makeMember(family, BOB, AlbumRole.VIEWER);
            Subject sea = within(family);
            CommentView first = say(BOB, sea, "Ugly");
            report(ADA, first, "Rude");
            report(ADA, first, "Very rude");

            var entry = reported(MODERATOR, true).getFirst();
            assertThat(reported(MODERATOR, true)).hasSize(1);
            assertThat(entry.body()).isEqualTo("Ugly");
            assertThat(entry.report().reason()).isEqualTo("Rude");
            settle(MODERATOR, entry, Report.Outcome.HIDDEN);
            settle(MODERATOR, entry, Report.Outcome.HIDDEN);

            assertThat(reported(MODERATOR, true)).isEmpty();
            assertThat(reported(MODERATOR, false)).extracting(done -> done.report().settlement().outcome())
                    .containsExactly(Report.Outcome.HIDDEN);
            assertThat(read(BOB, first).comment().state()).isEqualTo(Comment.State.HIDDEN_BY_MODERATOR);
            assertThat(trail.actions()).containsExactly("comment.write", "comment.report", "comment.hide");
        }

        @Test
        void areSettledTogetherWhereNothingIsWrong() {
            CommentView first = say(BOB, shown(), "Nice");
            report(ADA, first, null);
            report(EVE, first, null);

            settle(MODERATOR, reported(MODERATOR, true).getFirst(), Report.Outcome.DISMISSED);

            assertThat(reported(MODERATOR, true)).isEmpty();
            assertThat(read(EVE, first).comment().state()).isEqualTo(Comment.State.SHOWN);
            assertThat(trail.actions()).contains("comment.dismiss-reports");
        }

        @Test
        void areForThoseWhoReadTheComment() {
            Album family = given(anAlbum());
            makeMember(family, BOB, AlbumRole.VIEWER);
            CommentView first = say(BOB, within(family), "Nice");

            assertHidden(() -> report(EVE, first, null));
            assertForbidden(() -> report(BOB, first, "my own"));
            assertThat(refusedWithoutTrace(() -> report(Viewer.ANONYMOUS, first, null))).isInstanceOf(Refusal.Unauthenticated.class);
        }

        @Test
        void goWithTheComment() {
            CommentView first = say(BOB, shown(), "Ugly");
            report(ADA, first, null);
            var entry = reported(MODERATOR, true).getFirst();

            delete(BOB, first);

            assertThat(reported(MODERATOR, true)).isEmpty();
            assertHidden(() -> settle(MODERATOR, entry, Report.Outcome.HIDDEN));
        }

        @Test
        void areReadAndSettledByModeratorsAlone() {
            assertForbidden(() -> reported(EVE, true));
            assertForbidden(() -> settle.handle(EVE, new SettleReport.Command(new ReportId(new UUID(0, 1)), Report.Outcome.HIDDEN)));
            assertHidden(() -> settle.handle(ROOT, new SettleReport.Command(new ReportId(new UUID(0, 1)), Report.Outcome.HIDDEN)));
        }

        private void report(Viewer who, CommentView comment, @Nullable String reason) {
            report.handle(who, new ReportComment.Command(comment.comment().id(), reason));
        }

        private void settle(Viewer who, Reports.Entry entry, Report.Outcome outcome) {
            settle.handle(who, new SettleReport.Command(entry.report().id(), outcome));
        }

        private List<Reports.Entry> reported(Viewer who, boolean open) {
            var search = new Reports.Search(open);
            return listReports.handle(who, new ListReports.Query(search, PageRequest.first(50))).items();
        }
    }

    @Nested
    class Blocking {

        private final BlockUser block = new BlockUser(transactions, catalogue.blocks(), catalogue.users(), audit, clock);
        private final UnblockUser unblock = new UnblockUser(transactions, catalogue.blocks(), audit, clock);
        private final ListBlocks listBlocks = new ListBlocks(catalogue.blocks());

        @Test
        void keepsSomebodyFromCommentingOnOnesThings() {
            Subject sea = shown();
            CommentView first = say(BOB, sea, "Nice");

            block.handle(ADA, new BlockUser.Command(BOB.userId()));
            block.handle(ADA, new BlockUser.Command(BOB.userId()));

            assertRefused("comments-blocked", () -> say(BOB, sea, "Hello?"));
            assertThat(listed(EVE, sea)).as("what they said stays").hasSize(1);
            delete(BOB, first);
            assertThat(listBlocks.handle(ADA, new ListBlocks.Query(PageRequest.first(5))).items())
                    .extracting(Blocks.Blocked::username).containsExactly("bob");
            unblock.handle(ADA, new UnblockUser.Command(BOB.userId()));
            unblock.handle(ADA, new UnblockUser.Command(BOB.userId()));
            say(BOB, sea, "Hello");
            assertThat(trail.actions()).filteredOn(action -> action.startsWith("user")).containsExactly("user.block", "user.unblock");
        }

        @Test
        void isOfOthersWhoAreThere() {
            assertRefused("own-account", () -> block.handle(ADA, new BlockUser.Command(ADA.userId())));
            assertHidden(() -> block.handle(ADA, new BlockUser.Command(new UserId(new UUID(0, 404)))));
            assertThat(refusedWithoutTrace(() -> block.handle(Viewer.ANONYMOUS, new BlockUser.Command(ADA.userId()))))
                    .isInstanceOf(Refusal.Unauthenticated.class);
        }
    }

    private void unhide(Viewer who, CommentView comment) {
        unhide.handle(who, new UnhideComment.Command(comment.comment().id()));
    }
}
