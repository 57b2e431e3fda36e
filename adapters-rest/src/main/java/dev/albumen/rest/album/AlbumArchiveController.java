package dev.albumen.rest.album;

import dev.albumen.application.album.ArchiveAlbum;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.rendition.ArchiveAnswers;
import dev.albumen.rest.shared.Askers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An album as one file. */
@Controller("/api/v1/albums/{id}/archive")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Albums")
final class AlbumArchiveController {

    private final ArchiveAlbum archiveAlbum;
    private final ArchiveAnswers answers;

    AlbumArchiveController(ArchiveAlbum archiveAlbum, ArchiveAnswers answers) {
        this.archiveAlbum = archiveAlbum;
        this.answers = answers;
    }

    @Get("{?size}")
    @Operation(
            summary = "An album's images as a ZIP archive: original, large (2048) or preview (1024)",
            description = "Its length is exact, and while the album stays the same so do its bytes, so that a download that broke off "
                    + "goes on with Range and If-Range. Pictures that are yet to be made are made first; where that takes long, the "
                    + "answer is a 503, not-ready, and each who asks again finds more of it done.")
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @QueryValue @Nullable String size) {
        var query = new ArchiveAlbum.Query(new AlbumId(id), ArchiveAnswers.size(size), Askers.of(request));
        return answers.of(request, archiveAlbum.handle(viewer, query));
    }
}
