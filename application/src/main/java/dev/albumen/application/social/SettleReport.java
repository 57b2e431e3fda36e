package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import dev.albumen.domain.user.UserAccess;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Decides as a moderator about a comment that was reported, and so about all reports of it that are open. A moderator may do so
 * without seeing what the comment is about.
 */
public final class SettleReport {

    private final Transactions transactions;
    private final Reports reports;
    private final Comments comments;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SettleReport(Transactions transactions, Reports reports, Comments comments, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.reports = reports;
        this.comments = comments;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ReportId id, Report.Outcome outcome) {}

    /** Deciding again changes nothing, except that a comment that was let be may be hidden after all. */
    public void handle(Viewer viewer, Command command) {
        Viewer.Member moderator = UserAccess.mayActAs(viewer, Role.MODERATOR);
        transactions.writing(() -> {
            CommentId id = reports.comment(command.id()).orElseThrow(Refusal::notFound);
            Instant now = clock.instant();
            boolean hidden = command.outcome() == Report.Outcome.HIDDEN && hide(id);
            int settled = reports.settle(id, command.outcome(), moderator.userId(), now);
            if (hidden || settled > 0) {
                String action = command.outcome() == Report.Outcome.HIDDEN ? "comment.hide" : "comment.dismiss-reports";
                audit.append(AuditEntry.by(viewer, action, id, now).with("report", command.id()));
            }
        });
    }

    private boolean hide(CommentId id) {
        Comment comment = comments.find(id).orElseThrow(Refusal::notFound);
        boolean changes = comment.state() != Comment.State.HIDDEN_BY_MODERATOR;
        if (changes) {
            comments.save(comment.hidden(true));
        }
        return changes;
    }
}
