package dev.albumen.application.social;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps reports in memory. */
public final class InMemoryReports implements Reports {

    private final InMemoryTable<ReportId, Report> reports;
    private final InMemoryComments comments;
    private final Function<UserId, Optional<User>> users;

    public InMemoryReports(InMemoryTransactions transactions, InMemoryComments comments, Function<UserId, Optional<User>> users) {
        this.reports = transactions.table();
        this.comments = comments;
        this.users = users;
        comments.whenDeleted(gone -> reports.removeIf((id, report) -> report.comment().equals(gone)));
    }

    @Override
    public boolean add(Report report) {
        boolean known = reports.all().values().stream()
                .anyMatch(other -> other.comment().equals(report.comment()) && other.reporter().equals(report.reporter()));
        if (!known) {
            reports.put(report.id(), report);
        }
        return !known;
    }

    @Override
    public Optional<CommentId> comment(ReportId id) {
        return reports.find(id).map(Report::comment);
    }

    @Override
    public int settle(CommentId comment, Report.Outcome outcome, UserId by, Instant now) {
        List<Report> open = reports.all().values().stream()
                .filter(report -> report.comment().equals(comment) && report.settlement() == null).toList();
        open.forEach(report -> reports.put(report.id(), new Report(report.id(), comment, report.reporter(), report.reason(),
                report.createdAt(), new Report.Settlement(outcome, now))));
        return open.size();
    }

    @Override
    public Page<Entry> list(Search search, PageRequest page) {
        List<Entry> found = reports.all().values().stream()
                .filter(report -> (report.settlement() == null) == search.open())
                .sorted(Comparator.comparing(report -> report.id().toString()))
                .map(this::entry).toList();
        return InMemoryPages.cut(found, page, entry -> entry.report().id().toString());
    }

    private Entry entry(Report report) {
        Comment comment = comments.find(report.comment()).orElseThrow();
        return new Entry(report, comment.subject(), comment.body(), comment.state() != Comment.State.SHOWN, name(comment.author()),
                users.apply(report.reporter()).orElseThrow().username().value());
    }

    private @Nullable String name(Author author) {
        return switch (author) {
            case Author.OfAccount(UserId id) -> users.apply(id).map(User::displayName).orElse(null);
            case Author.Guest guest -> guest.name();
            case Author.Forgotten forgotten -> null;
        };
    }
}
