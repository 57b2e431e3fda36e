package dev.albumen.domain.album;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named, ordered set of images.
 *
 * @param parentId the album that holds it; {@code null} at the top
 * @param notes for the owner alone
 * @param master whether this is the one album that holds everything its owner uploaded
 * @param watermark whether everybody but an image's owner sees it with a mark, wherever they see it: not only here
 * @param searchId the owner's saved search whose findings it holds; {@code null} where people put images into it
 * @param version counts changes, from 1
 */
public record Album(
        AlbumId id,
        UserId ownerId,
        @Nullable AlbumId parentId,
        String title,
        String description,
        String notes,
        Visibility visibility,
        boolean master,
        @Nullable ImageId coverImageId,
        AlbumSort sort,
        @Nullable LocalDate shootingDate,
        boolean watermark,
        @Nullable SavedSearchId searchId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int MAX_TITLE = 128;
    public static final int MAX_TEXT = 2000;
    /** How many levels there may be of albums in albums, the top one included. */
    public static final int MAX_LEVELS = 8;
    /** What a master album is called until its owner finds a better name. */
    public static final String MASTER_TITLE = "All images";

    /** What a new album is to be. */
    public record Draft(
            String title, @Nullable String description, @Nullable String notes, Visibility visibility, AlbumSort sort,
            @Nullable LocalDate shootingDate, boolean watermark, @Nullable AlbumId parentId, @Nullable SavedSearchId searchId) {}

    /** What may be changed. */
    public record Patch(
            Change<String> title, Change<String> description, Change<String> notes, Change<Visibility> visibility,
            Change<ImageId> coverImageId, Change<AlbumSort> sort, Change<LocalDate> shootingDate,
            Change<Boolean> watermark, Change<AlbumId> parentId, Change<SavedSearchId> searchId) {}

    /** A new album. */
    public static Album drafted(AlbumId id, UserId owner, Draft draft, Instant now) {
        return new Album(id, owner, draft.parentId(), Text.line("/title", draft.title(), MAX_TITLE),
                Text.lines("/description", draft.description(), MAX_TEXT), Text.lines("/notes", draft.notes(), MAX_TEXT),
                draft.visibility(), false, null, draft.sort(), draft.shootingDate(), draft.watermark(), draft.searchId(), now, now, 1);
    }

    /** The album that a new account begins with. */
    public static Album master(AlbumId id, UserId owner, Instant now) {
        return new Album(id, owner, null, MASTER_TITLE, "", "", Visibility.PRIVATE, true, null,
                AlbumSort.CREATED_AT_DESCENDING, null, false, null, now, now, 1);
    }

    /**
     * The same album with the changes. Whether the cover is one of its images is the caller's to know, and whether it
     * {@linkplain #requireFits fits} where it is to lie.
     */
    public Album changed(Patch patch, Instant now) {
        Visibility seen = patch.visibility().orKeep(visibility, Visibility.PRIVATE);
        if (master && seen != Visibility.PRIVATE) {
            throw new Refusal.Conflict("master-album-private",
                    "This album holds everything you upload, so it stays private. Share a link to it instead.").thrown();
        }
        SavedSearchId filledBy = patch.searchId().orKeep(searchId, null);
        if (master && filledBy != null) {
            throw new Refusal.Conflict("master-album-holds-all", "This album holds everything you upload, not what a search finds.").thrown();
        }
        return new Album(id, ownerId, patch.parentId().orKeep(parentId, null), Text.line("/title", patch.title().orKeep(title, ""), MAX_TITLE),
                Text.lines("/description", patch.description().orKeep(description, ""), MAX_TEXT),
                Text.lines("/notes", patch.notes().orKeep(notes, ""), MAX_TEXT), seen, master,
                patch.coverImageId().orKeep(coverImageId, null), patch.sort().orKeep(sort, AlbumSort.MANUAL),
                patch.shootingDate().orKeep(shootingDate, null), patch.watermark().orKeep(watermark, false), filledBy, createdAt, now,
                version);
    }

    /** The same album for everybody but its owner. */
    public Album withoutNotes() {
        return new Album(id, ownerId, parentId, title, description, "", visibility, master, coverImageId, sort, shootingDate,
                watermark, searchId, createdAt, updatedAt, version);
    }

    /** The same album for those who cannot see the one that holds it. */
    public Album withoutParent() {
        return new Album(id, ownerId, null, title, description, notes, visibility, master, coverImageId, sort, shootingDate,
                watermark, searchId, createdAt, updatedAt, version);
    }

    /**
     * Refuses to lie in an album where that cannot be: a tree has one owner, no rings and few levels.
     *
     * @param path from the top of the parent's tree down to the parent, which is last
     * @param height the levels from this album down, itself included
     */
    public void requireFits(Album parent, List<AlbumId> path, int height) {
        if (master || parent.master()) {
            throw new Refusal.Conflict("master-album-alone",
                    "The album that holds everything you upload lies in no album and holds none.").thrown();
        }
        if (!parent.ownerId().equals(ownerId)) {
            throw new Refusal.Conflict("album-of-another", "An album lies only in an album of the same owner.").thrown();
        }
        if (path.contains(id)) {
            throw new Refusal.Conflict("album-in-itself", "An album cannot lie in itself, or in one that it holds.").thrown();
        }
        if (path.size() + height > MAX_LEVELS) {
            throw new Refusal.Conflict("albums-too-deep", "Albums may lie in each other " + MAX_LEVELS + " levels deep.").thrown();
        }
    }

    /** Refuses what would break the rule that a master album holds everything its owner uploaded. */
    public void requireRemovable(UserId imageOwner) {
        if (master && imageOwner.equals(ownerId)) {
            throw new Refusal.Conflict("master-album-holds-all",
                    "This album holds everything you upload. Delete the image to take it out.").thrown();
        }
    }

    /**
     * The same album in another's hands. The notes were for the owner before; and what is shown under the new owner's name is
     * theirs to say. What their images are is not what the search found, so it keeps what it holds.
     */
    public Album handedTo(UserId owner, Instant now) {
        return new Album(id, owner, parentId, title, description, "", Visibility.PRIVATE, master, coverImageId, sort,
                shootingDate, watermark, null, createdAt, now, version);
    }

    /** Refuses to hand over what is not an album of its own. */
    public void requireTransferable() {
        requireDeletable();
        if (parentId != null) {
            throw new Refusal.Conflict("album-in-album",
                    "Albums in each other have one owner. Take it out of the album that it lies in first.").thrown();
        }
    }

    /** Refuses to delete a master album. */
    public void requireDeletable() {
        if (master) {
            throw new Refusal.Conflict("master-album-stays", "This album holds everything you upload and stays.").thrown();
        }
    }
}
