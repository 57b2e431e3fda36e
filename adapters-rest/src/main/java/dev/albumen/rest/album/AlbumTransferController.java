package dev.albumen.rest.album;

import dev.albumen.application.album.TransferAlbum;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Albums that come into other hands. */
@Controller("/api/v1/albums/{id}/transfer")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Albums")
final class AlbumTransferController {

    private final TransferAlbum transferAlbum;
    private final JsonAnswers answers;

    AlbumTransferController(TransferAlbum transferAlbum, JsonAnswers answers) {
        this.transferAlbum = transferAlbum;
        this.answers = answers;
    }

    @Post("{?links}")
    @Operation(summary = "Hand an album, with those in it, to one of its members",
            description = "It becomes private and loses its notes; images stay their owners'; its former owner stays as a manager.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlbumBodies.View.class)))
    HttpResponse<?> transfer(
            Viewer viewer, @PathVariable UUID id, IfMatch ifMatch,
            @QueryValue @Nullable @Schema(description = "delete to delete the links to it too; without, one that has links stays") String links,
            @Body AlbumBodies.Heir body) {
        boolean endingLinks = switch (links) {
            case null -> false;
            case "delete" -> true;
            default -> throw Refusal.invalid("links", "unknown-value", "Expected delete.");
        };
        var album = AlbumBodies.View.of(viewer, transferAlbum.handle(viewer, new TransferAlbum.Command(
                new AlbumId(id), new UserId(body.ownerId()), endingLinks, ifMatch.version())));
        return answers.changed(album.version(), album);
    }
}
