package dev.albumen.application.notice;

import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.share.Recipient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to be told by mail.
 *
 * @param kind {@code null} where it is a recipient who is sent their address
 * @param to the owner's address, or the recipient's
 * @param owner what the link's owner is called
 * @param wanted whether it is to be sent: the owner's account is in use, they want it, and where it is to a recipient, their
 *     address opens
 * @param things what the link is called, or what it is to
 * @param recipient of whom it speaks, or to whom it goes; {@code null} for nobody
 * @param who the name of whoever did it; {@code null} where it is not known
 * @param number how many things came together
 * @param expiresAt when the link ends; {@code null} for never
 * @param madeAt when it happened
 * @param tries to send it, with the one that it was taken for
 */
public record Notice(
        UUID id, @Nullable NoticeKind kind, String to, String owner, boolean wanted, @Nullable String things,
        @Nullable Recipient recipient, @Nullable String who, int number, @Nullable Instant expiresAt, Instant madeAt, int tries) {

    @Override
    public String toString() {
        return "Notice[" + id + "]";
    }
}
