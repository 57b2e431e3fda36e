package dev.albumen.rest.social;

import dev.albumen.application.social.BlockUser;
import dev.albumen.application.social.ListBlocks;
import dev.albumen.application.social.UnblockUser;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Whom the caller wants to hear nothing from. */
@Controller("/api/v1/users/me/blocks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Comments")
final class BlocksController {

    private final ListBlocks listBlocks;
    private final BlockUser blockUser;
    private final UnblockUser unblockUser;
    private final Lists lists;

    BlocksController(ListBlocks listBlocks, BlockUser blockUser, UnblockUser unblockUser, Lists lists) {
        this.listBlocks = listBlocks;
        this.blockUser = blockUser;
        this.unblockUser = unblockUser;
        this.lists = lists;
    }

    @Get
    @Operation(summary = "List whom one has blocked")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listBlocks.handle(viewer, new ListBlocks.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(CommentBodies.Blocked::of));
    }

    @Put("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Let somebody comment on one's things no longer",
            description = "Nor does one hear of what they say elsewhere. What they have said stays until it is hidden or deleted.")
    void block(Viewer viewer, @PathVariable UUID userId) {
        blockUser.handle(viewer, new BlockUser.Command(new UserId(userId)));
    }

    @Delete("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let somebody comment on one's things again")
    void unblock(Viewer viewer, @PathVariable UUID userId) {
        unblockUser.handle(viewer, new UnblockUser.Command(new UserId(userId)));
    }
}
