package dev.albumen.application.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of reports does. */
public abstract class ReportsContract extends Talk {

    @Test
    void keepsOneOfEachReporter() {
        Comment comment = said(bob, null, "Ugly");
        Report report = reported(comment, ada, "Rude");

        assertThat(write(() -> catalogue.reports().add(Report.made(id(), comment.id(), ada, "Again", NOON)))).isFalse();

        assertThat(listed(true)).containsExactly(new Reports.Entry(report, subject, "Ugly", false, "bob", "ada"));
        assertThat(listed(false)).isEmpty();
        assertThat(catalogue.reports().comment(report.id())).contains(comment.id());
        assertThat(catalogue.reports().comment(id())).isEmpty();
    }

    @Test
    void settlesAllThatIsOpenAboutAComment() {
        UserId cyd = catalogue.user("cyd");
        Comment comment = said(bob, null, "Ugly");
        Comment other = said(bob, null, "Pretty");
        reported(comment, ada, "");
        reported(comment, cyd, "");
        Report open = reported(other, ada, "");

        assertThat(write(() -> catalogue.reports().settle(comment.id(), Report.Outcome.DISMISSED, ada, NOON))).isEqualTo(2);
        assertThat(write(() -> catalogue.reports().settle(comment.id(), Report.Outcome.HIDDEN, ada, NOON))).isZero();

        assertThat(listed(true)).extracting(Reports.Entry::report).containsExactly(open);
        assertThat(listed(false)).hasSize(2).allSatisfy(entry ->
                assertThat(entry.report().settlement()).isEqualTo(new Report.Settlement(Report.Outcome.DISMISSED, NOON)));
    }

    @Test
    void goWithADeletedComment() {
        Comment comment = said(bob, null, "Ugly");
        Report report = reported(comment, ada, "");

        saved(comment.deleted());

        assertThat(listed(true)).isEmpty();
        assertThat(catalogue.reports().comment(report.id())).isEmpty();
    }

    @Test
    void sayWhetherTheCommentIsHidden() {
        Comment comment = said(bob, null, "Ugly");
        reported(comment, ada, "");

        saved(comment.hidden(true));

        assertThat(listed(true)).extracting(Reports.Entry::hidden).containsExactly(true);
    }

    private Report reported(Comment comment, UserId reporter, String reason) {
        Report report = Report.made(id(), comment.id(), reporter, reason, NOON);
        assertThat(write(() -> catalogue.reports().add(report))).isTrue();
        return report;
    }

    private ReportId id() {
        return new ReportId(nextId().value());
    }

    private List<Reports.Entry> listed(boolean open) {
        return paged(page -> catalogue.reports().list(new Reports.Search(open), page));
    }
}
