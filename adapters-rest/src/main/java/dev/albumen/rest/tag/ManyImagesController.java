package dev.albumen.rest.tag;

import dev.albumen.application.image.Outcome;
import dev.albumen.application.image.TrashImages;
import dev.albumen.application.tag.EditImages;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.shared.BatchAnswers;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Changing many images at once. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class ManyImagesController {

    private final EditImages editImages;
    private final TrashImages trashImages;
    private final BatchAnswers batches;

    ManyImagesController(EditImages editImages, TrashImages trashImages, BatchAnswers batches) {
        this.editImages = editImages;
        this.trashImages = trashImages;
        this.batches = batches;
    }

    @Introspected
    @Schema(name = "ImagesEdit", example = """
            {"imageIds": ["0190a1de-7c00-7000-8000-000000000001"], "patch": {"description": "At the sea"},
             "addTags": ["sea"], "removeTags": ["lake"]}
            """)
    record Edit(
            List<UUID> imageIds, ImageBodies.@Nullable Patch patch, @Nullable List<String> addTags,
            @Nullable List<String> removeTags) {

        EditImages.Command command() {
            return new EditImages.Command(ids(imageIds), patch == null ? null : patch.changes(), names("/addTags", addTags),
                    names("/removeTags", removeTags));
        }

        private static List<TagName> names(String pointer, @Nullable List<String> written) {
            return written == null ? List.of() : IntStream.range(0, written.size())
                    .mapToObj(index -> TagName.written(pointer + "/" + index, written.get(index))).toList();
        }
    }

    @Introspected
    @Schema(name = "ImagesToTrash", example = "{\"imageIds\": [\"0190a1de-7c00-7000-8000-000000000001\"]}")
    record Trash(List<UUID> imageIds) {}

    @Post("/images:batchUpdate")
    @Operation(summary = "Change up to 500 images and their tags, each as a whole or not at all")
    @ApiResponse(responseCode = "207", description = "An outcome for each image, in order")
    HttpResponse<?> update(HttpRequest<?> request, Viewer viewer, @Body Edit body) {
        return told(request, 200, editImages.handle(viewer, body.command()));
    }

    @Post("/images:batchDelete")
    @Operation(summary = "Move up to 500 images to the trash")
    @ApiResponse(responseCode = "207", description = "An outcome for each image, in order")
    HttpResponse<?> delete(HttpRequest<?> request, Viewer viewer, @Body Trash body) {
        return told(request, 204, trashImages.handle(viewer, new TrashImages.Command(ids(body.imageIds()))));
    }

    private HttpResponse<?> told(HttpRequest<?> request, int status, List<Outcome> outcomes) {
        return batches.of(request, outcomes.stream().<BatchAnswers.Outcome>map(outcome -> outcome.refusal() == null
                ? new BatchAnswers.Outcome.Done(status, outcome.imageId().value(), null)
                : new BatchAnswers.Outcome.Refused(outcome.imageId().value(), outcome.refusal())).toList());
    }

    private static List<ImageId> ids(List<UUID> named) {
        return named.stream().map(ImageId::new).toList();
    }
}
