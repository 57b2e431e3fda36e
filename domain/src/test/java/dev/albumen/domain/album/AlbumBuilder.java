package dev.albumen.domain.album;

import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.People;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes albums for tests: {@code anAlbum().ownedBy(ADA).titled("Sea").build()}. */
public final class AlbumBuilder {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final AtomicLong MADE = new AtomicLong();

    private final AlbumId id = new AlbumId(new UUID(0x0a1b, MADE.incrementAndGet()));
    private UserId owner = People.ADA.userId();
    private String title = "An album";
    private String notes = "";
    private Visibility visibility = Visibility.PRIVATE;
    private boolean master;
    private AlbumSort sort = AlbumSort.MANUAL;
    private Instant createdAt = NOON;
    private boolean watermark;
    private @Nullable AlbumId parent;
    private @Nullable SavedSearchId search;

    private AlbumBuilder() {}

    public static AlbumBuilder anAlbum() {
        return new AlbumBuilder();
    }

    public AlbumBuilder ownedBy(Viewer.Member member) {
        return ownedBy(member.userId());
    }

    public AlbumBuilder ownedBy(UserId user) {
        owner = user;
        return this;
    }

    public AlbumBuilder titled(String text) {
        title = text;
        return this;
    }

    public AlbumBuilder noting(String text) {
        notes = text;
        return this;
    }

    public AlbumBuilder seenBy(Visibility who) {
        visibility = who;
        return this;
    }

    public AlbumBuilder master() {
        master = true;
        return this;
    }

    public AlbumBuilder sorted(AlbumSort order) {
        sort = order;
        return this;
    }

    public AlbumBuilder createdAt(Instant time) {
        createdAt = time;
        return this;
    }

    /** With a mark on its images for everybody but their owners. */
    public AlbumBuilder watermarked() {
        watermark = true;
        return this;
    }

    /** Holds what the search finds. */
    public AlbumBuilder of(SavedSearch found) {
        search = found.id();
        return this;
    }

    public AlbumBuilder in(Album holder) {
        parent = holder.id();
        return this;
    }

    public Album build() {
        return new Album(id, owner, parent, title, "", notes, visibility, master, null, sort, null, watermark, search, createdAt, createdAt, 1);
    }
}
