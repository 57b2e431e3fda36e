package dev.albumen.rest.tag;

import dev.albumen.application.tag.TagByKeywords;
import dev.albumen.application.tag.TagImage;
import dev.albumen.application.tag.UntagImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The tags of one image. */
@Controller("/api/v1/images/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tags")
final class ImageTagsController {

    private final TagImage tagImage;
    private final UntagImage untagImage;
    private final TagByKeywords tagByKeywords;
    private final ImageUrls urls;
    private final JsonAnswers answers;

    ImageTagsController(
            TagImage tagImage, UntagImage untagImage, TagByKeywords tagByKeywords, ImageUrls urls, JsonAnswers answers) {
        this.tagImage = tagImage;
        this.untagImage = untagImage;
        this.tagByKeywords = tagByKeywords;
        this.urls = urls;
        this.answers = answers;
    }

    @Put("/tags/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tag an image")
    void tag(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
        tagImage.handle(viewer, new TagImage.Command(new ImageId(id), TagName.written("name", name)));
    }

    @Post("/tags:fromKeywords")
    @Operation(summary = "Make the keywords in an image's file its tags",
            description = "The keywords are those of the image's metadata (XMP, IPTC). Doing it again changes nothing.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImageBodies.View.class)))
    HttpResponse<?> tagByKeywords(Viewer viewer, @PathVariable UUID id) {
        var tagged = tagByKeywords.handle(viewer, new TagByKeywords.Command(new ImageId(id)));
        var image = ImageBodies.View.of(tagged, urls.of(viewer, tagged));
        return answers.changed(image.version(), image);
    }

    @Delete("/tags/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a tag off an image")
    void untag(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
        untagImage.handle(viewer, new UntagImage.Command(new ImageId(id), TagName.written("name", name)));
    }
}
