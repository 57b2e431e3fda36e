package dev.albumen.rest.social;

import dev.albumen.application.social.HideComment;
import dev.albumen.application.social.ListReports;
import dev.albumen.application.social.ReportComment;
import dev.albumen.application.social.Reports;
import dev.albumen.application.social.SettleReport;
import dev.albumen.application.social.UnhideComment;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keeps the talk in order. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Comments")
final class ModerationController {

    private final ReportComment reportComment;
    private final ListReports listReports;
    private final SettleReport settleReport;
    private final HideComment hideComment;
    private final UnhideComment unhideComment;
    private final Lists lists;

    ModerationController(
            ReportComment reportComment, ListReports listReports, SettleReport settleReport, HideComment hideComment,
            UnhideComment unhideComment, Lists lists) {
        this.reportComment = reportComment;
        this.listReports = listReports;
        this.settleReport = settleReport;
        this.hideComment = hideComment;
        this.unhideComment = unhideComment;
        this.lists = lists;
    }

    @Post("/comments/{id}/report")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell the moderators of a comment", description = "Once: whoever has reported it already changes nothing.")
    void report(Viewer viewer, @PathVariable UUID id, @Body CommentBodies.NewReport body) {
        reportComment.handle(viewer, new ReportComment.Command(new CommentId(id), body.reason()));
    }

    @Put("/comments/{id}/hidden")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Keep a comment from being shown",
            description = "By whose thing it is about, or a moderator. Its author still sees it, and that it is hidden.")
    void hide(Viewer viewer, @PathVariable UUID id) {
        hideComment.handle(viewer, new HideComment.Command(new CommentId(id)));
    }

    @Delete("/comments/{id}/hidden")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Show a comment again", description = "What a moderator has hidden, only moderators show again.")
    void unhide(Viewer viewer, @PathVariable UUID id) {
        unhideComment.handle(viewer, new UnhideComment.Command(new CommentId(id)));
    }

    @Get("/admin/reports{?state}")
    @Operation(
            summary = "List what was reported, oldest first; for moderators",
            description = "With the comments' texts, whatever they are about. What is deleted is no longer listed.")
    HttpResponse<?> list(
            Viewer viewer, @RequestBean PageQuery page,
            @QueryValue @Nullable @Schema(description = "open, which is the default, or settled") String state) {
        var found = listReports.handle(viewer, new ListReports.Query(new Reports.Search(isOpen(state)), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(CommentBodies.ReportView::of));
    }

    @Post("/admin/reports/{id}/hide")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hide a comment that was reported", description = "Settles all reports of it.")
    void hideReported(Viewer viewer, @PathVariable UUID id) {
        settleReport.handle(viewer, new SettleReport.Command(new ReportId(id), Report.Outcome.HIDDEN));
    }

    @Post("/admin/reports/{id}/dismiss")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a comment be that was reported", description = "Settles all reports of it.")
    void dismiss(Viewer viewer, @PathVariable UUID id) {
        settleReport.handle(viewer, new SettleReport.Command(new ReportId(id), Report.Outcome.DISMISSED));
    }

    private static boolean isOpen(@Nullable String state) {
        return switch (state) {
            case null -> true;
            case "open" -> true;
            case "settled" -> false;
            default -> throw Refusal.invalid("state", "unknown-value", "Expected open or settled.");
        };
    }
}
