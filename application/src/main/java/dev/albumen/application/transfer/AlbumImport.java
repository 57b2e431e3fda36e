package dev.albumen.application.transfer;

import dev.albumen.application.album.AddToAlbum;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.album.Albums;
import dev.albumen.application.album.ChangeAlbum;
import dev.albumen.application.album.CreateAlbum;
import dev.albumen.application.image.Images;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the albums that archives speak of, or finds those that are there. */
final class AlbumImport {

    private static final int BATCH = 500;

    private final Transactions transactions;
    private final ArchiveImports imports;
    private final AlbumViews views;
    private final Albums albums;
    private final Images images;
    private final CreateAlbum createAlbum;
    private final ChangeAlbum changeAlbum;
    private final AddToAlbum addToAlbum;

    AlbumImport(
            Transactions transactions, ArchiveImports imports, AlbumViews views, Albums albums, Images images, CreateAlbum createAlbum,
            ChangeAlbum changeAlbum, AddToAlbum addToAlbum) {
        this.transactions = transactions;
        this.imports = imports;
        this.views = views;
        this.albums = albums;
        this.images = images;
        this.createAlbum = createAlbum;
        this.changeAlbum = changeAlbum;
        this.addToAlbum = addToAlbum;
    }

    /** The owner's album of that title, made where there is none; none for no title. In a transaction of its own. */
    @Nullable AlbumId ofFolder(Viewer.Member owner, ImportBooks books, String title) {
        if (title.isEmpty()) {
            return null;
        }
        return transactions.write(() -> {
            books.hold();
            UUID id = books.kept().id();
            String source = "folder " + title;
            return imports.album(id, source).filter(album -> albums.find(album).isPresent()).orElseGet(() -> {
                AlbumId found = titled(owner, id, title, album -> true).orElseGet(() -> made(owner, new Album.Draft(
                        title, null, null, Visibility.PRIVATE, AlbumSort.MANUAL, null, false, null, null)));
                imports.keepAlbum(id, source, found);
                return found;
            });
        });
    }

    /** In the caller's transaction, after all pictures. */
    void restore(Viewer.Member owner, ArchiveImport work, ImportStep.OwnAlbum step) {
        ExportedAlbum told = step.told();
        AlbumId parent = parent(work, told);
        Optional<AlbumId> there = told.master() ? Optional.empty()
                : titled(owner, work.id(), told.title(), album -> Objects.equals(album.parentId(), parent));
        AlbumId album = told.master() ? master(owner, told) : there.orElseGet(() -> made(owner, draft(told, parent)));
        imports.keepAlbum(work.id(), source(step.number()), album);
        fill(owner, album, told.images());
        Optional<ImageId> cover = Optional.ofNullable(told.cover()).flatMap(hash -> image(owner, hash));
        if (cover.isPresent() && there.isEmpty()) {
            change(owner, album, new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(cover.get()),
                    Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()));
        }
    }

    /** The album that holds it; none where that has been deleted meanwhile. */
    private @Nullable AlbumId parent(ArchiveImport work, ExportedAlbum told) {
        return Optional.ofNullable(told.parent()).flatMap(number -> imports.album(work.id(), source(number)))
                .filter(album -> albums.find(album).isPresent()).orElse(null);
    }

    static String source(int number) {
        return "album " + number;
    }

    /** Takes over what the owner said of it, unless they have said something of the one they have now. */
    private AlbumId master(Viewer.Member owner, ExportedAlbum told) {
        Album master = albums.master(owner.userId()).orElseThrow(() -> new IllegalStateException("no master album of " + owner.userId()));
        if (master.version() == 1) {
            Album.Draft draft = draft(told, null);
            change(owner, master.id(), new Album.Patch(Change.to(draft.title()), Change.to(told.description()), Change.to(told.notes()),
                    Change.keep(), Change.keep(), Change.to(draft.sort()),
                    draft.shootingDate() == null ? Change.keep() : Change.to(draft.shootingDate()), Change.to(draft.watermark()), Change.keep(), Change.keep()));
        }
        return master.id();
    }

    /** The owner's image of those bytes. */
    Optional<ImageId> image(Viewer.Member owner, String hash) {
        return Sha256.parse(hash).flatMap(content -> images.findByContent(owner.userId(), content))
                .filter(image -> !image.trashed()).map(Image::id);
    }

    private void fill(Viewer.Member owner, AlbumId album, List<String> hashes) {
        List<ImageId> found = hashes.stream().distinct().flatMap(hash -> image(owner, hash).stream()).toList();
        for (int from = 0; from < found.size(); from += BATCH) {
            addToAlbum.handle(owner, new AddToAlbum.Command(album, found.subList(from, Math.min(from + BATCH, found.size()))));
        }
    }

    /** One that nothing else of the archive went to. */
    private Optional<AlbumId> titled(Viewer.Member owner, UUID work, String title, Predicate<Album> wanted) {
        List<Album> found = new ArrayList<>();
        Pages.each(page -> views.list(owner, new AlbumViews.Search(
                title, owner.userId(), null, null, AlbumViews.Sort.CREATED_AT), page), some -> some.forEach(view -> found.add(view.album())));
        return found.stream().filter(album -> album.title().equals(title) && !album.master() && wanted.test(album) && !imports.isTaken(work, album.id()))
                .map(Album::id).findFirst();
    }

    private AlbumId made(Viewer.Member owner, Album.Draft draft) {
        return createAlbum.handle(owner, new CreateAlbum.Command(draft)).album().id();
    }

    private void change(Viewer.Member owner, AlbumId album, Album.Patch patch) {
        changeAlbum.handle(owner, new ChangeAlbum.Command(album, patch, Optional.empty()));
    }

    /** What is written in no known way becomes what is shown to nobody else, in the order that people gave. */
    private static Album.Draft draft(ExportedAlbum told, @Nullable AlbumId parent) {
        Visibility visibility = Visibility.PRIVATE;
        for (Visibility one : Visibility.values()) {
            visibility = one.name().toLowerCase(Locale.ROOT).equals(told.visibility()) ? one : visibility;
        }
        return new Album.Draft(told.title(), told.description(), told.notes(), visibility,
                AlbumSort.of(told.sort()).orElse(AlbumSort.MANUAL), date(told.shootingDate()), told.watermark(), parent, null);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
