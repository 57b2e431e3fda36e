package dev.albumen.rest.share;

import dev.albumen.application.share.Contributions;
import dev.albumen.application.share.ListContributions;
import dev.albumen.application.share.SettleContribution;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Labels;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came through share links, for those who made them. */
@Controller("/api/v1/contributions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Shares")
final class ContributionsController {

    private final ListContributions listContributions;
    private final SettleContribution settleContribution;
    private final Lists lists;
    private final JsonAnswers answers;

    ContributionsController(
            ListContributions listContributions, SettleContribution settleContribution, Lists lists, JsonAnswers answers) {
        this.listContributions = listContributions;
        this.settleContribution = settleContribution;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("{?share,state}")
    @Operation(summary = "List what came through one's links, newest first")
    HttpResponse<?> list(
            Viewer viewer, @RequestBean PageQuery page, @QueryValue @Nullable UUID share,
            @QueryValue @Nullable @Schema(description = "pending, accepted or rejected") String state) {
        var search = new Contributions.Search(share == null ? null : new ShareId(share), Labels.read(Contribution.State.class, "state", state));
        var found = listContributions.handle(viewer, new ListContributions.Query(search, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(ContributionBodies.View::of));
    }

    @Post("/{id}/accept")
    @Operation(summary = "Accept an image into the album that it is meant for")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContributionBodies.View.class)))
    HttpResponse<?> accept(Viewer viewer, @PathVariable UUID id) {
        return settled(viewer, id, Contribution.State.ACCEPTED);
    }

    @Post("/{id}/reject")
    @Operation(summary = "Reject an image, which moves it to the trash unless one had it before")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContributionBodies.View.class)))
    HttpResponse<?> reject(Viewer viewer, @PathVariable UUID id) {
        return settled(viewer, id, Contribution.State.REJECTED);
    }

    private HttpResponse<?> settled(Viewer viewer, UUID id, Contribution.State verdict) {
        var settled = settleContribution.handle(viewer, new SettleContribution.Command(new ContributionId(id), verdict));
        return answers.fresh(200, ContributionBodies.View.of(settled));
    }
}
