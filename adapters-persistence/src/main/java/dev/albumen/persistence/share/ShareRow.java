package dev.albumen.persistence.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A share link as its row says it. */
@MappedEntity("shares")
record ShareRow(
        @Id UUID id,
        UUID ownerId,
        @Nullable UUID albumId,
        boolean withAlbums,
        @Nullable UUID imageId,
        byte[] tokenHash,
        byte[] sealedToken,
        @Nullable String label,
        @Nullable String slug,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Integer maxViews,
        @Nullable Integer maxDownloads,
        @Nullable String passwordHash,
        int passwordVersion,
        boolean active,
        String allowDownload,
        boolean allowUpload,
        boolean allowComments,
        boolean showMetadata,
        boolean watermark,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** What {@link #read} needs, under the alias {@code s}, each with a prefix of its own. */
    static final String COLUMNS = """
            s.id AS share_id, s.owner_id AS share_owner_id, s.album_id AS share_album_id, s.with_albums, s.image_id AS share_image_id,
            s.token_hash, s.sealed_token, s.label, s.slug, s.starts_at, s.expires_at, s.max_views, s.max_downloads,
            s.password_hash, s.password_version, s.active, s.allow_download, s.allow_upload, s.allow_comments,
            s.show_metadata, s.watermark AS share_watermark, s.created_at AS share_created_at,
            s.updated_at AS share_updated_at, s.version AS share_version
            """;

    /** What {@link #used} needs, under the alias {@code c}. */
    static final String COUNTS = ", c.views AS share_views, c.downloads AS share_downloads\n";

    static ShareRow of(ShareLink link, long version) {
        UUID album = link.resource().album().map(AlbumId::value).orElse(null);
        UUID image = link.resource() instanceof SharedResource.OfImage(ImageId id) ? id.value() : null;
        ShareTerms terms = link.terms();
        return new ShareRow(
                link.id().value(), link.ownerId().value(), album,
                link.resource() instanceof SharedResource.OfProject, image, HexFormat.of().parseHex(link.tokenHash().hex()),
                link.sealedToken().cipher(), terms.label(), terms.slug() == null ? null : terms.slug().value(), terms.startsAt(),
                terms.expiresAt(), terms.maxViews(), terms.maxDownloads(), link.passwordHash(), link.passwordVersion(),
                link.active(), terms.allowDownload().name().toLowerCase(Locale.ROOT), terms.allowUpload(), terms.allowComments(),
                terms.showMetadata(), terms.watermark(), link.createdAt(), link.updatedAt(), version);
    }

    static ShareLink read(Row row) throws SQLException {
        return new ShareRow(
                row.uuid("share_id"), row.uuid("share_owner_id"), row.uuidOrNull("share_album_id"), row.flag("with_albums"),
                row.uuidOrNull("share_image_id"), row.bytes("token_hash"), row.bytes("sealed_token"),
                row.textOrNull("label"), row.textOrNull("slug"), row.timeOrNull("starts_at"), row.timeOrNull("expires_at"),
                row.integerOrNull("max_views"), row.integerOrNull("max_downloads"), row.textOrNull("password_hash"),
                row.integer("password_version"), row.flag("active"), row.text("allow_download"), row.flag("allow_upload"),
                row.flag("allow_comments"), row.flag("show_metadata"), row.flag("share_watermark"),
                row.time("share_created_at"), row.time("share_updated_at"), row.number("share_version")).toLink();
    }

    static ShareUsage used(Row row) throws SQLException {
        return new ShareUsage(row.number("share_views"), row.number("share_downloads"));
    }

    ShareLink toLink() {
        return new ShareLink(
                new ShareId(id), new UserId(ownerId), resource(), new Sha256(HexFormat.of().formatHex(tokenHash)),
                new ShareLink.SealedToken(sealedToken), terms(), passwordHash, passwordVersion, active, createdAt, updatedAt, version);
    }

    private ShareTerms terms() {
        return new ShareTerms(label, slug == null ? null : new Slug(slug), startsAt, expiresAt, maxViews, maxDownloads,
                Download.valueOf(allowDownload.toUpperCase(Locale.ROOT)), allowUpload, allowComments, showMetadata, watermark);
    }

    private SharedResource resource() {
        if (albumId != null) {
            AlbumId album = new AlbumId(albumId);
            return withAlbums ? new SharedResource.OfProject(album) : new SharedResource.OfAlbum(album);
        }
        if (imageId != null) {
            return new SharedResource.OfImage(new ImageId(imageId));
        }
        throw new IllegalStateException("a link to nothing");
    }

    @Override
    public String toString() {
        return "ShareRow[" + id + "]";
    }
}
