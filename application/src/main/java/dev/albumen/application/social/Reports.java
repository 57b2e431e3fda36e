package dev.albumen.application.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import dev.albumen.domain.social.Subject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What users told the moderators of. It goes with the comment. */
public interface Reports {

    /** False, and nothing kept, where the same user has reported the comment before. */
    boolean add(Report report);

    /** The comment that the report is about; empty where there is no such report. */
    Optional<CommentId> comment(ReportId id);

    /** Settles all that is open about the comment. Returns how many reports. */
    int settle(CommentId comment, Report.Outcome outcome, UserId by, Instant now);

    /** A page of reports, the oldest first. */
    Page<Entry> list(Search search, PageRequest page);

    /** @param open true for those to be decided about, false for those that were */
    record Search(boolean open) {}

    /**
     * A report with what the comment says, whatever it is about.
     *
     * @param hidden whether the comment is shown no longer
     * @param authorName what the comment's author is called; {@code null} where nobody is known any more
     * @param reporterName the reporter's username
     */
    record Entry(
            Report report, Subject subject, String body, boolean hidden, @Nullable String authorName, String reporterName) {}
}
