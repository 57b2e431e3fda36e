package dev.albumen.rest.label;

import dev.albumen.application.label.BlockLabel;
import dev.albumen.application.label.LabelScope;
import dev.albumen.application.label.ListBlockedLabels;
import dev.albumen.application.label.UnblockLabel;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
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

/** Names that nobody wants pictures to be labelled with. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Labels")
final class BlockedLabelsController {

    private final ListBlockedLabels listBlockedLabels;
    private final BlockLabel blockLabel;
    private final UnblockLabel unblockLabel;
    private final Lists lists;

    BlockedLabelsController(ListBlockedLabels listBlockedLabels, BlockLabel blockLabel, UnblockLabel unblockLabel, Lists lists) {
        this.listBlockedLabels = listBlockedLabels;
        this.blockLabel = blockLabel;
        this.unblockLabel = unblockLabel;
        this.lists = lists;
    }

    @Get("/users/me/blocked-labels")
    @Operation(summary = "List the names that one's pictures are not labelled with")
    HttpResponse<?> listOwn(Viewer viewer, @RequestBean PageQuery page) {
        return list(viewer, LabelScope.OWN, page);
    }

    @Put("/users/me/blocked-labels/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Have one's pictures labelled with a name no longer",
            description = "It is taken away wherever it is suggested. What was accepted stays, as a tag.")
    void blockOwn(Viewer viewer, @PathVariable String name) {
        blockLabel.handle(viewer, new BlockLabel.Command(LabelScope.OWN, named(name)));
    }

    @Delete("/users/me/blocked-labels/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a name return when one's pictures are next labelled")
    void unblockOwn(Viewer viewer, @PathVariable String name) {
        unblockLabel.handle(viewer, new UnblockLabel.Command(LabelScope.OWN, named(name)));
    }

    @Get("/admin/blocked-labels")
    @Operation(summary = "List the names that no picture is labelled with; for admins")
    HttpResponse<?> listAll(Viewer viewer, @RequestBean PageQuery page) {
        return list(viewer, LabelScope.INSTANCE, page);
    }

    @Put("/admin/blocked-labels/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Have no picture labelled with a name any more; for admins")
    void blockForAll(Viewer viewer, @PathVariable String name) {
        blockLabel.handle(viewer, new BlockLabel.Command(LabelScope.INSTANCE, named(name)));
    }

    @Delete("/admin/blocked-labels/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a name return when pictures are next labelled; for admins")
    void unblockForAll(Viewer viewer, @PathVariable String name) {
        unblockLabel.handle(viewer, new UnblockLabel.Command(LabelScope.INSTANCE, named(name)));
    }

    private HttpResponse<?> list(Viewer viewer, LabelScope scope, PageQuery page) {
        var found = listBlockedLabels.handle(viewer, new ListBlockedLabels.Query(scope, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(LabelBodies.Blocked::of));
    }

    private static TagName named(String name) {
        return TagName.written("name", name);
    }
}
