package dev.albumen.domain.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.People;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes share links for tests: {@code aShareLink().to(album).withPassword("hash").build()}. The token is {@link #token}. */
public final class ShareLinkBuilder {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final AtomicLong MADE = new AtomicLong();

    private final ShareId id = new ShareId(new UUID(0x5a7e, MADE.incrementAndGet()));
    private UserId owner = People.ADA.userId();
    private SharedResource resource = new SharedResource.OfAlbum(new AlbumId(new UUID(0, 1)));
    private @Nullable String label;
    private @Nullable Slug slug;
    private @Nullable Instant startsAt;
    private @Nullable Instant expiresAt;
    private @Nullable Integer maxViews;
    private @Nullable Integer maxDownloads;
    private @Nullable String passwordHash;
    private boolean active = true;
    private Download download = Download.NONE;
    private boolean upload;
    private boolean comments;
    private boolean showMetadata;
    private boolean watermark;

    private ShareLinkBuilder() {}

    public static ShareLinkBuilder aShareLink() {
        return new ShareLinkBuilder();
    }

    /** The token of a link made here. */
    public static String token(ShareLink link) {
        return "token of " + link.id();
    }

    public ShareLinkBuilder ownedBy(Viewer.Member member) {
        return ownedBy(member.userId());
    }

    public ShareLinkBuilder ownedBy(UserId user) {
        owner = user;
        return this;
    }

    public ShareLinkBuilder to(Album album) {
        resource = new SharedResource.OfAlbum(album.id());
        return this;
    }

    /** To an album with those in it. */
    public ShareLinkBuilder toProject(Album album) {
        resource = new SharedResource.OfProject(album.id());
        return this;
    }

    public ShareLinkBuilder to(Image image) {
        resource = new SharedResource.OfImage(image.id());
        return this;
    }

    public ShareLinkBuilder labelled(String text) {
        label = text;
        return this;
    }

    public ShareLinkBuilder called(String text) {
        slug = new Slug(text);
        return this;
    }

    public ShareLinkBuilder startingAt(Instant time) {
        startsAt = time;
        return this;
    }

    public ShareLinkBuilder viewed(int most) {
        maxViews = most;
        return this;
    }

    public ShareLinkBuilder downloaded(int most) {
        maxDownloads = most;
        return this;
    }

    public ShareLinkBuilder takingUploads() {
        upload = true;
        return this;
    }

    public ShareLinkBuilder takingComments() {
        comments = true;
        return this;
    }

    public ShareLinkBuilder expiringAt(Instant time) {
        expiresAt = time;
        return this;
    }

    public ShareLinkBuilder withPassword(String hash) {
        passwordHash = hash;
        return this;
    }

    public ShareLinkBuilder turnedOff() {
        active = false;
        return this;
    }

    public ShareLinkBuilder allowing(Download most) {
        download = most;
        return this;
    }

    public ShareLinkBuilder showingMetadata() {
        showMetadata = true;
        return this;
    }

    public ShareLinkBuilder watermarked() {
        watermark = true;
        return this;
    }

    public ShareLink build() {
        String token = "token of " + id;
        ShareTerms terms = new ShareTerms(label, slug, startsAt, expiresAt, maxViews, maxDownloads, download, upload, comments,
                showMetadata, watermark);
        return new ShareLink(id, owner, resource, Sha256.of(token), new ShareLink.SealedToken(token.getBytes(UTF_8)), terms,
                passwordHash, 1, active, NOON, NOON, 1);
    }
}
