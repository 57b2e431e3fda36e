package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import java.time.Instant;

/** Makes changes of share links for tests: {@code changes().password(Change.clear()).build()}. The rest is kept. */
public final class SharePatchBuilder {

    private Change<String> label = Change.keep();
    private Change<Slug> slug = Change.keep();
    private Change<Instant> startsAt = Change.keep();
    private Change<Instant> expiresAt = Change.keep();
    private Change<Integer> maxViews = Change.keep();
    private Change<Integer> maxDownloads = Change.keep();
    private Change<Download> download = Change.keep();
    private Change<Boolean> rights = Change.keep();
    private Change<Boolean> showMetadata = Change.keep();
    private Change<Boolean> watermark = Change.keep();
    private Change<String> password = Change.keep();
    private Change<Boolean> active = Change.keep();

    private SharePatchBuilder() {}

    public static SharePatchBuilder changes() {
        return new SharePatchBuilder();
    }

    public SharePatchBuilder label(Change<String> change) {
        label = change;
        return this;
    }

    public SharePatchBuilder slug(Change<String> change) {
        slug = change.map(Slug::new);
        return this;
    }

    public SharePatchBuilder times(Change<Instant> start, Change<Instant> end) {
        startsAt = start;
        expiresAt = end;
        return this;
    }

    public SharePatchBuilder limits(Change<Integer> views, Change<Integer> downloads) {
        maxViews = views;
        maxDownloads = downloads;
        return this;
    }

    public SharePatchBuilder download(Change<Download> change) {
        download = change;
        return this;
    }

    /** Uploads and comments. */
    public SharePatchBuilder rights(Change<Boolean> change) {
        rights = change;
        return this;
    }

    public SharePatchBuilder looks(Change<Boolean> metadata, Change<Boolean> mark) {
        showMetadata = metadata;
        watermark = mark;
        return this;
    }

    public SharePatchBuilder password(Change<String> hash) {
        password = hash;
        return this;
    }

    public SharePatchBuilder active(Change<Boolean> change) {
        active = change;
        return this;
    }

    public ShareTerms.Patch terms() {
        return new ShareTerms.Patch(
                label, slug, startsAt, expiresAt, maxViews, maxDownloads, download, rights, rights, showMetadata, watermark);
    }

    public ShareLink.Patch build() {
        return new ShareLink.Patch(terms(), password, active);
    }
}
