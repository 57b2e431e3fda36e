package dev.albumen.rest.tag;

import dev.albumen.application.tag.ChangeTag;
import dev.albumen.application.tag.CreateTag;
import dev.albumen.application.tag.DeleteTag;
import dev.albumen.application.tag.ListTags;
import dev.albumen.application.tag.MergeTags;
import dev.albumen.application.tag.TagViews;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Labels;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The viewer's own tags. */
@Controller("/api/v1/tags")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tags")
final class TagsController {

    private final ListTags listTags;
    private final CreateTag createTag;
    private final ChangeTag changeTag;
    private final MergeTags mergeTags;
    private final DeleteTag deleteTag;
    private final Lists lists;
    private final JsonAnswers answers;

    TagsController(
            ListTags listTags, CreateTag createTag, ChangeTag changeTag, MergeTags mergeTags, DeleteTag deleteTag, Lists lists,
            JsonAnswers answers) {
        this.listTags = listTags;
        this.createTag = createTag;
        this.changeTag = changeTag;
        this.mergeTags = mergeTags;
        this.deleteTag = deleteTag;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("{?q,source,parent,top,category}")
    @Operation(summary = "List one's tags by name")
    HttpResponse<?> list(
            Viewer viewer, @RequestBean PageQuery page, @QueryValue @Nullable String q,
            @QueryValue @Nullable @Schema(description = "user or labeler") String source,
            @QueryValue @Nullable @Schema(description = "Only tags that lie in the one of this name") String parent,
            @QueryValue @Nullable @Schema(description = "true for tags that lie in no other") Boolean top,
            @QueryValue @Nullable @Schema(description = "Only tags in the category of this name") String category) {
        var search = new TagViews.Search(q, Labels.read(TagSource.class, "source", source), place(parent, top),
                category == null ? null : CategoryName.written("category", category));
        var query = new ListTags.Query(search, lists.page(page, viewer));
        return lists.answer(page, viewer, listTags.handle(viewer, query).map(TagBodies.View::of));
    }

    @Post
    @Operation(summary = "Make a tag")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TagBodies.View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body TagBodies.Create body) {
        return once.answer(viewer, body, TagViews.TagView.class, () -> createTag.handle(viewer, body.command()),
                tag -> answers.fresh(201, TagBodies.View.of(tag)));
    }

    @Patch("/{name}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Rename a tag on everything that bears it, or put it into another tag or a category")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable String name, @Body TagBodies.Patch body) {
        return answers.fresh(200, TagBodies.View.of(changeTag.handle(viewer, body.command(named(name)))));
    }

    @Post("/{name}/merge")
    @Operation(summary = "Put another tag in its place",
            description = "Tags that lie in it come to lie in the other. The other keeps its own place and category.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagBodies.View.class)))
    HttpResponse<?> merge(Viewer viewer, @PathVariable String name, @Body TagBodies.Merge body) {
        var command = new MergeTags.Command(named(name), TagName.written("/into", body.into()));
        return answers.fresh(200, TagBodies.View.of(mergeTags.handle(viewer, command)));
    }

    @Delete("/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a tag off everything; tags that lie in it stay, where it lay")
    void delete(Viewer viewer, @PathVariable String name) {
        deleteTag.handle(viewer, new DeleteTag.Command(named(name)));
    }

    private static TagViews.@Nullable Place place(@Nullable String parent, @Nullable Boolean top) {
        if (Boolean.TRUE.equals(top)) {
            return new TagViews.Place.Top();
        }
        return parent == null ? null : new TagViews.Place.In(TagName.written("parent", parent));
    }

    private static TagName named(String name) {
        return TagName.written("name", name);
    }
}
