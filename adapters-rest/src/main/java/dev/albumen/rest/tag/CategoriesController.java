package dev.albumen.rest.tag;

import dev.albumen.application.tag.CategoryViews;
import dev.albumen.application.tag.ChangeCategory;
import dev.albumen.application.tag.CreateCategory;
import dev.albumen.application.tag.DeleteCategory;
import dev.albumen.application.tag.ListCategories;
import dev.albumen.application.tag.ViewCategory;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpRequest;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;

/** The viewer's own categories of tags. */
@Controller("/api/v1/categories")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tags")
final class CategoriesController {

    private final ListCategories listCategories;
    private final CreateCategory createCategory;
    private final ViewCategory viewCategory;
    private final ChangeCategory changeCategory;
    private final DeleteCategory deleteCategory;
    private final Lists lists;
    private final JsonAnswers answers;

    CategoriesController(
            ListCategories listCategories, CreateCategory createCategory, ViewCategory viewCategory, ChangeCategory changeCategory,
            DeleteCategory deleteCategory, Lists lists, JsonAnswers answers) {
        this.listCategories = listCategories;
        this.createCategory = createCategory;
        this.viewCategory = viewCategory;
        this.changeCategory = changeCategory;
        this.deleteCategory = deleteCategory;
        this.lists = lists;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List one's categories of tags by name")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listCategories.handle(viewer, new ListCategories.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(CategoryBodies.View::of));
    }

    @Post
    @Operation(summary = "Make a category for one's tags")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CategoryBodies.View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body CategoryBodies.Create body) {
        return once.answer(viewer, body, CategoryViews.CategoryView.class,
                () -> createCategory.handle(viewer, new CreateCategory.Command(body.draft())), category -> {
                    var made = CategoryBodies.View.of(category);
                    return answers.created(URI.create("/api/v1/categories/" + made.id()), made.version(), made);
                });
    }

    @Get("/{id}")
    @Operation(summary = "Read a category")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CategoryBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var category = CategoryBodies.View.of(viewCategory.handle(viewer, new ViewCategory.Query(new CategoryId(id))));
        return answers.one(request, category.version(), category);
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change a category")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CategoryBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body CategoryBodies.Patch body) {
        var command = new ChangeCategory.Command(new CategoryId(id), body.changes(), ifMatch.version());
        var category = CategoryBodies.View.of(changeCategory.handle(viewer, command));
        return answers.changed(category.version(), category);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a category; its tags stay")
    void delete(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        deleteCategory.handle(viewer, new DeleteCategory.Command(new CategoryId(id), ifMatch.version()));
    }
}
