package dev.albumen.application.share;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveEntries;
import dev.albumen.application.rendition.ArchiveNames;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/** Lays the albums of a project out as folders in each other. An image that is in several albums is in each of their folders. */
public final class ProjectFolders {

    private final ProjectViews projects;
    private final ShareViews views;

    public ProjectFolders(ProjectViews projects, ShareViews views) {
        this.projects = projects;
        this.views = views;
    }

    /** @param path empty, or ending with a slash */
    private record Folder(AlbumId album, String path) {}

    /**
     * What an album of the project shows, and then what those in it do.
     *
     * @param album the project itself, or one that lies in it
     * @param entry makes an entry of an image and the folder that it lies in
     */
    Iterable<Archive.Entry> entries(AlbumId project, AlbumId album, BiFunction<ImageViews.Delivery, String, Archive.Entry> entry) {
        List<Folder> folders = new ArrayList<>();
        collect(project, new Folder(album, ""), folders);
        return () -> folders.stream().flatMap(folder -> StreamSupport.stream(images(folder, entry).spliterator(), false)).iterator();
    }

    private ArchiveEntries images(Folder folder, BiFunction<ImageViews.Delivery, String, Archive.Entry> entry) {
        return new ArchiveEntries(page -> views.entries(new SharedResource.OfAlbum(folder.album()), page),
                image -> entry.apply(image, folder.path()));
    }

    private void collect(AlbumId project, Folder folder, List<Folder> folders) {
        folders.add(folder);
        ArchiveNames names = new ArchiveNames();
        for (ProjectViews.SharedAlbum album : albums(project, folder.album())) {
            collect(project, new Folder(album.id(), folder.path() + names.unique(album.title()) + "/"), folders);
        }
    }

    private List<ProjectViews.SharedAlbum> albums(AlbumId project, AlbumId holder) {
        List<ProjectViews.SharedAlbum> all = new ArrayList<>();
        Optional<PageRequest> wanted = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (wanted.isPresent()) {
            Page<ProjectViews.SharedAlbum> page = projects.list(project, holder, wanted.get());
            all.addAll(page.items());
            wanted = page.next().map(place -> new PageRequest(PageRequest.MAX_LIMIT, Optional.of(place)));
        }
        return all;
    }
}
