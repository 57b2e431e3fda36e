package dev.albumen.application.notice;

import dev.albumen.application.share.OwnedShares;
import dev.albumen.domain.notice.Mail;
import java.util.Objects;

/** Writes mails of notices. */
final class NoticeTexts {

    private final OwnedShares shares;
    private final NoticeSettings settings;

    NoticeTexts(OwnedShares shares, NoticeSettings settings) {
        this.shares = shares;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException where it goes to no address at all */
    Mail of(Notice notice) {
        String origin = settings.origin();
        if (notice.kind() != null) {
            return NoticeMails.toOwner(notice, notice.kind(), origin);
        }
        String token = shares.unsealed(Objects.requireNonNull(notice.recipient()).sealedToken());
        return NoticeMails.invitation(notice, Objects.requireNonNull(origin) + "/s/" + token);
    }
}
