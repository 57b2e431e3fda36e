package dev.albumen.rest.tag;

import dev.albumen.application.tag.TagImage;
import dev.albumen.application.tag.UntagImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The tags of one image. */
@Controller("/api/v1/images/{id}/tags/{name}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tags")
final class ImageTagsController {

    private final TagImage tagImage;
    private final UntagImage untagImage;

    ImageTagsController(TagImage tagImage, UntagImage untagImage) {
        this.tagImage = tagImage;
        this.untagImage = untagImage;
    }

    @Put
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tag an image")
    void tag(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
        tagImage.handle(viewer, new TagImage.Command(new ImageId(id), TagName.written("name", name)));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a tag off an image")
    void untag(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
        untagImage.handle(viewer, new UntagImage.Command(new ImageId(id), TagName.written("name", name)));
    }
}
