package dev.albumen.rest.job;

import dev.albumen.application.job.PauseJobs;
import dev.albumen.application.job.ReadJobQueue;
import dev.albumen.application.job.ResumeJobs;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** All jobs together, for admins. */
@Controller("/api/v1/admin/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class JobQueueController {

    private final ReadJobQueue readJobQueue;
    private final PauseJobs pauseJobs;
    private final ResumeJobs resumeJobs;
    private final JsonAnswers answers;

    JobQueueController(ReadJobQueue readJobQueue, PauseJobs pauseJobs, ResumeJobs resumeJobs, JsonAnswers answers) {
        this.readJobQueue = readJobQueue;
        this.pauseJobs = pauseJobs;
        this.resumeJobs = resumeJobs;
        this.answers = answers;
    }

    @Get("/queue")
    @Operation(summary = "Count jobs", description = "Over all nodes, with whether they are paused.")
    @ApiResponse(responseCode = "200", description = "The queue", content = @Content(schema = @Schema(implementation = JobBodies.Queue.class)))
    HttpResponse<?> read(Viewer viewer) {
        return answer(readJobQueue.handle(viewer));
    }

    @Post("/pause")
    @Operation(summary = "Pause jobs", description = "No node begins one until they are resumed, over restarts too, and recurring upkeep included. Those that run go on.")
    @ApiResponse(responseCode = "200", description = "The queue", content = @Content(schema = @Schema(implementation = JobBodies.Queue.class)))
    HttpResponse<?> pause(Viewer viewer) {
        return answer(pauseJobs.handle(viewer));
    }

    @Post("/resume")
    @Operation(summary = "Resume jobs")
    @ApiResponse(responseCode = "200", description = "The queue", content = @Content(schema = @Schema(implementation = JobBodies.Queue.class)))
    HttpResponse<?> resume(Viewer viewer) {
        return answer(resumeJobs.handle(viewer));
    }

    private HttpResponse<?> answer(ReadJobQueue.Summary summary) {
        return answers.fresh(200, JobBodies.Queue.of(summary));
    }
}
