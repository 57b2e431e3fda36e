package dev.albumen.application.transfer;

import dev.albumen.application.share.ChangeRecipient;
import dev.albumen.application.share.InviteRecipient;
import dev.albumen.application.transfer.ExportedShares.ExportedRecipient;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a link that came back to the same people as before, at new addresses. Whose time is over is left out. */
final class RecipientImport {

    private static final RecipientTerms.Patch NOTHING = new RecipientTerms.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(),
            Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

    private final InviteRecipient invite;
    private final ChangeRecipient change;

    RecipientImport(InviteRecipient invite, ChangeRecipient change) {
        this.invite = invite;
        this.change = change;
    }

    /** In the caller's transaction. */
    void restore(Viewer.Member owner, ShareId link, ExportedRecipient told, Instant now) {
        Optional<RecipientTerms> terms = terms(told).filter(known -> known.expiresAt() == null || known.expiresAt().isAfter(now));
        if (terms.isPresent()) {
            RecipientId made = invite.handle(owner, new InviteRecipient.Command(link, terms.get())).counted().recipient().id();
            if (!told.active()) {
                change.handle(owner, new ChangeRecipient.Command(link, made, new Recipient.Patch(NOTHING, Change.to(false)), Optional.empty()));
            }
        }
    }

    /** Empty where this could not be typed here. */
    private static Optional<RecipientTerms> terms(ExportedRecipient told) {
        try {
            return Optional.of(new RecipientTerms(told.name(), told.email(), time(told.expiresAt()), told.maxViews(), told.maxDownloads(),
                    download(told.allowDownload()), told.allowUpload(), told.allowComments(), told.allowSelection(), told.watermark()));
        } catch (RefusedException | DateTimeParseException unusual) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    /** What is written in no known way gives nothing. */
    private static @Nullable Download download(@Nullable String text) {
        return text == null ? null
                : Stream.of(Download.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text)).findFirst().orElse(Download.NONE);
    }
}
