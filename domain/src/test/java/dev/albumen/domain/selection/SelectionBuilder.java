package dev.albumen.domain.selection;

import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes selections for tests: {@code aSelection().of(link).by("Ada").build()}. The token is {@link #token}. */
public final class SelectionBuilder {

    private static final Instant NOON = ShareLinkBuilder.NOON;
    private static final AtomicLong MADE = new AtomicLong();

    private final SelectionId id = new SelectionId(new UUID(0x5e1e, MADE.incrementAndGet()));
    private ShareId share = new ShareId(new UUID(0, 1));
    private Contact contact = new Contact(null, null, null, null);
    private Selection.Status status = Selection.Status.OPEN;
    private @Nullable Instant submittedAt;

    private SelectionBuilder() {}

    public static SelectionBuilder aSelection() {
        return new SelectionBuilder();
    }

    /** The token of a selection made here. */
    public static String token(Selection selection) {
        return "sel_" + selection.id();
    }

    public SelectionBuilder of(ShareLink link) {
        share = link.id();
        return this;
    }

    public SelectionBuilder by(String name) {
        contact = new Contact(name, name.toLowerCase(Locale.ROOT) + "@example.org", null, null);
        return this;
    }

    public SelectionBuilder in(Selection.Status state) {
        status = state;
        submittedAt = state == Selection.Status.OPEN ? null : NOON;
        return this;
    }

    public Selection build() {
        return new Selection(id, share, Sha256.of("sel_" + id), 1, contact, status, 1, NOON, NOON, NOON, submittedAt, 1);
    }
}
