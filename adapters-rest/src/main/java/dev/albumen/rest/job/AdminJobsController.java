package dev.albumen.rest.job;

import dev.albumen.application.job.DiscardJob;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobView;
import dev.albumen.application.job.ListJobs;
import dev.albumen.application.job.RetryJob;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single jobs, for admins. */
@Controller("/api/v1/admin/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class AdminJobsController {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,49}");

    private final ListJobs listJobs;
    private final RetryJob retryJob;
    private final DiscardJob discardJob;
    private final Lists lists;
    private final JsonAnswers answers;

    AdminJobsController(ListJobs listJobs, RetryJob retryJob, DiscardJob discardJob, Lists lists, JsonAnswers answers) {
        this.listJobs = listJobs;
        this.retryJob = retryJob;
        this.discardJob = discardJob;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("{?state,kind}")
    @Operation(summary = "List jobs", description = "The latest first, by when they are or were due, or when they were given up. Jobs that are done are gone.")
    @ApiResponse(responseCode = "200", description = "Jobs", content = @Content(array = @ArraySchema(schema = @Schema(implementation = JobBodies.View.class))))
    HttpResponse<?> list(
            Viewer viewer, @RequestBean PageQuery page,
            @QueryValue @Nullable @Schema(allowableValues = {"pending", "running", "dead"}) String state,
            @QueryValue @Nullable @Schema(description = "Such as `process-image`") String kind) {
        JobQueue.Filter filter = new JobQueue.Filter(Optional.ofNullable(state).map(AdminJobsController::state), kind(kind));
        var found = listJobs.handle(viewer, new ListJobs.Query(filter, lists.page(page, viewer)));
        return lists.fresh(page, viewer, found.map(JobBodies.View::of));
    }

    private static JobView.State state(String name) {
        return switch (name) {
            case "pending" -> JobView.State.PENDING;
            case "running" -> JobView.State.RUNNING;
            case "dead" -> JobView.State.DEAD;
            default -> throw Refusal.invalid("state", "unknown-value", "The state is pending, running or dead.");
        };
    }

    private static Optional<String> kind(@Nullable String kind) {
        if (kind != null && !KIND.matcher(kind).matches()) {
            throw Refusal.invalid("kind", "malformed", "A kind is lower-case words with dashes, such as process-image.");
        }
        return Optional.ofNullable(kind);
    }

    @Post("/{id}/retry")
    @Operation(summary = "Have a dead job done anew", description = "With all its tries; what it is about is pending again. 409 for a job that was not given up.")
    @ApiResponse(responseCode = "200", description = "The job", content = @Content(schema = @Schema(implementation = JobBodies.View.class)))
    HttpResponse<?> retry(Viewer viewer, @PathVariable UUID id) {
        return answers.fresh(200, JobBodies.View.of(retryJob.handle(viewer, new RetryJob.Command(new JobId(id)))));
    }

    @Delete("/{id}")
    @Operation(summary = "Forget a dead job", description = "What it is about stays as it is. 409 for a job that was not given up.")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    HttpResponse<?> discard(Viewer viewer, @PathVariable UUID id) {
        discardJob.handle(viewer, new DiscardJob.Command(new JobId(id)));
        return HttpResponse.noContent();
    }
}
