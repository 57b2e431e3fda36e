package dev.albumen.domain.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes recipients for tests: {@code aRecipient().of(link).named("Bob").build()}. The token is {@link #token}. */
public final class RecipientBuilder {

    private static final AtomicLong MADE = new AtomicLong();

    private final RecipientId id = new RecipientId(new UUID(0x4ec1, MADE.incrementAndGet()));
    private ShareId share = new ShareId(new UUID(0, 1));
    private String name = "Recipient " + id.value().getLeastSignificantBits();
    private @Nullable String email;
    private @Nullable Instant expiresAt;
    private @Nullable Integer maxViews;
    private @Nullable Integer maxDownloads;
    private @Nullable Download download;
    private @Nullable Boolean rights;
    private @Nullable Boolean watermark;
    private boolean active = true;

    private RecipientBuilder() {}

    public static RecipientBuilder aRecipient() {
        return new RecipientBuilder();
    }

    /** The token of a recipient made here. */
    public static String token(Recipient recipient) {
        return "token of " + recipient.id();
    }

    public RecipientBuilder of(ShareLink link) {
        share = link.id();
        return this;
    }

    public RecipientBuilder named(String text) {
        name = text;
        return this;
    }

    public RecipientBuilder at(String address) {
        email = address;
        return this;
    }

    public RecipientBuilder expiringAt(Instant time) {
        expiresAt = time;
        return this;
    }

    public RecipientBuilder viewing(int most) {
        maxViews = most;
        return this;
    }

    public RecipientBuilder downloading(int most) {
        maxDownloads = most;
        return this;
    }

    public RecipientBuilder allowing(Download most) {
        download = most;
        return this;
    }

    /** To upload, to comment and to choose. */
    public RecipientBuilder rights(boolean may) {
        rights = may;
        return this;
    }

    public RecipientBuilder watermarked(boolean marked) {
        watermark = marked;
        return this;
    }

    public RecipientBuilder turnedOff() {
        active = false;
        return this;
    }

    public Recipient build() {
        String token = "token of " + id;
        return new Recipient(id, share, Sha256.of(token), new ShareLink.SealedToken(token.getBytes(UTF_8)), terms(), active,
                ShareLinkBuilder.NOON, ShareLinkBuilder.NOON, 1);
    }

    public RecipientTerms terms() {
        return new RecipientTerms(name, email, expiresAt, maxViews, maxDownloads, download, rights, rights, rights, watermark);
    }
}
