package dev.albumen.rest.share;

import dev.albumen.application.share.ListSharedAlbums;
import dev.albumen.application.share.ProjectViews;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The albums of a project, for those who hold a link to it. */
@Controller("/api/v1/public/shares/{token}/albums")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class PublicAlbumsController {

    private final ListSharedAlbums listSharedAlbums;
    private final SharedImageUrls urls;
    private final Lists lists;

    PublicAlbumsController(ListSharedAlbums listSharedAlbums, SharedImageUrls urls, Lists lists) {
        this.listSharedAlbums = listSharedAlbums;
        this.urls = urls;
        this.lists = lists;
    }

    @Get("{?album}")
    @Operation(
            summary = "List the albums that a link to a project shows, by title",
            description = "Level by level: those in the album that the link is to, or in the album that is asked for. None where the link "
                    + "is to one album or image.")
    HttpResponse<?> list(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @RequestBean PageQuery page,
            @QueryValue @Nullable @Schema(description = "an album of the project") UUID album) {
        AlbumId holder = album == null ? null : new AlbumId(album);
        var shown = listSharedAlbums.handle(viewer, new ListSharedAlbums.Query(
                UnlockCookie.knock(request, token), holder, lists.page(page, Viewer.ANONYMOUS)));
        return lists.fresh(page, Viewer.ANONYMOUS, shown.albums().map(one -> body(token, shown.link(), one)));
    }

    private PublicShareBodies.SubAlbum body(String token, ShareLink link, ProjectViews.SharedAlbum album) {
        boolean top = link.resource().album().filter(album.parentId()::equals).isPresent();
        return new PublicShareBodies.SubAlbum(album.id().value(), top ? null : album.parentId().value(), album.title(),
                album.description(), album.imageCount(), album.sort().label(), album.cover() == null ? null
                        : PublicShareBodies.Picture.of(link, album.cover(), urls.of(token, link, album.cover())));
    }
}
