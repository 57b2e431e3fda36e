package dev.albumen.rest.album;

import dev.albumen.application.album.AlbumGroups;
import dev.albumen.application.album.AlbumMembers;
import dev.albumen.application.album.AlbumView;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Albums as they go in and out. */
final class AlbumBodies {

    private static final String SORTS = "manual, takenAt, -takenAt, -createdAt, filename";

    private static final String SEARCH = "a saved search of the album's owner: the album holds what it finds among the owner's own images, 10,000 at "
            + "most, and follows within seconds; null where people put images into it";

    private AlbumBodies() {}

    @Introspected
    @Schema(name = "NewAlbum", example = "{\"title\": \"Sea\", \"visibility\": \"private\", \"sort\": \"-takenAt\"}")
    record Create(
            String title, @Nullable String description, @Nullable String notes, @Nullable Visibility visibility,
            @Nullable String sort, @Nullable LocalDate shootingDate, @Nullable Boolean watermark,
            @Nullable UUID parentId, @Schema(description = SEARCH) @Nullable UUID searchId) {

        Album.Draft draft() {
            return new Album.Draft(title, description, notes, visibility == null ? Visibility.PRIVATE : visibility,
                    sort == null ? usual() : sortNamed("/sort", sort), shootingDate,
                    Boolean.TRUE.equals(watermark), parentId == null ? null : new AlbumId(parentId),
                    searchId == null ? null : new SavedSearchId(searchId));
        }

        /** What comes by a search comes in no order that anybody gave. */
        private AlbumSort usual() {
            return searchId == null ? AlbumSort.MANUAL : AlbumSort.CREATED_AT_DESCENDING;
        }
    }

    @Introspected
    @Schema(name = "AlbumPatch", example = "{\"title\": \"The sea\", \"description\": null}")
    record Patch(
            Change<String> title, Change<String> description, Change<String> notes, Change<Visibility> visibility,
            Change<UUID> coverImageId, Change<String> sort, Change<LocalDate> shootingDate, Change<Boolean> watermark,
            Change<UUID> parentId, @Schema(description = SEARCH) Change<UUID> searchId) {

        Album.Patch changes() {
            return new Album.Patch(title, description, notes, visibility, coverImageId.map(ImageId::new),
                    sort.map(name -> sortNamed("/sort", name)), shootingDate, watermark, parentId.map(AlbumId::new),
                    searchId.map(SavedSearchId::new));
        }
    }

    /**
     * @param parentId the album that holds it; {@code null} at the top, and for those who cannot see that album
     * @param searchId the saved search whose findings it holds; {@code null} where people put images into it
     * @param notes for those who may read them; {@code null} for all others
     */
    @Serdeable.Serializable
    @Schema(name = "Album")
    record View(
            UUID id, UUID ownerId, @Nullable UUID parentId, String title, String description, @Nullable String notes, String visibility, boolean master,
            @Nullable UUID coverImageId, String sort, int imageCount, @Nullable LocalDate shootingDate, boolean watermark, @Nullable UUID searchId,
            Instant createdAt, Instant updatedAt, long version, List<String> permissions) {

        static View of(Viewer viewer, AlbumView shown) {
            Album album = shown.album();
            Set<AlbumAction> allowed = AlbumAccess.allowed(viewer, album, shown.role());
            return new View(album.id().value(), album.ownerId().value(),
                    album.parentId() == null ? null : album.parentId().value(), album.title(), album.description(),
                    allowed.contains(AlbumAction.READ_NOTES) ? album.notes() : null, Labels.of(album.visibility()), album.master(),
                    album.coverImageId() == null ? null : album.coverImageId().value(), album.sort().label(), shown.imageCount(),
                    album.shootingDate(), album.watermark(), album.searchId() == null ? null : album.searchId().value(),
                    album.createdAt(), album.updatedAt(), album.version(),
                    allowed.stream().map(Labels::of).toList());
        }
    }

    @Introspected
    @Schema(name = "ImageIds", example = "{\"imageIds\": [\"0190a1de-7c00-7000-8000-000000000001\"]}")
    record Images(List<UUID> imageIds) {

        List<ImageId> ids() {
            return imageIds.stream().map(ImageId::new).toList();
        }
    }

    /** @param after the image to follow; {@code null} for the front */
    @Introspected
    @Schema(name = "AlbumPlace", example = "{\"after\": null}")
    record Place(Change<UUID> after) {}

    @Introspected
    @Schema(name = "NewAlbumMember", example = "{\"role\": \"contributor\"}")
    record Role(AlbumRole role) {}

    /** @param ownerId one of the album's members */
    @Introspected
    @Schema(name = "AlbumTransfer", example = "{\"ownerId\": \"0190a1de-7c00-7000-8000-000000000001\"}")
    record Heir(UUID ownerId) {}

    /**
     * @param inherited whether they are so by an album that holds this one
     * @param byGroup whether they are so by a group
     */
    @Serdeable.Serializable
    @Schema(name = "AlbumMember")
    record MemberView(UUID userId, String username, String displayName, String role, Instant since, boolean inherited,
            boolean byGroup) {

        static MemberView of(AlbumMembers.Membership member) {
            return new MemberView(member.userId().value(), member.username(), member.displayName(), Labels.of(member.role()), member.since(),
                    member.inherited(), member.byGroup());
        }
    }

    /** @param inherited whether it belongs to an album that holds this one */
    @Serdeable.Serializable
    @Schema(name = "AlbumGroup")
    record GroupView(UUID groupId, String name, String role, Instant since, boolean inherited) {

        static GroupView of(AlbumGroups.Belonging group) {
            return new GroupView(group.groupId().value(), group.name(), Labels.of(group.role()), group.since(), group.inherited());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "AlbumGroups")
    record Groups(List<GroupView> items, @Nullable String nextCursor) {}

    @Serdeable.Serializable
    @Schema(name = "AlbumMembers")
    record Members(List<MemberView> items, @Nullable String nextCursor) {}

    static AlbumSort sortNamed(String pointer, String name) {
        return AlbumSort.of(name).orElseThrow(() -> Refusal.invalid(pointer, "unknown-value", "Expected one of " + SORTS + "."));
    }
}
