package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import java.time.Instant;
import java.util.Optional;

/** Invites to register. Used inside a transaction of the caller. */
public interface Invites {

    /** Adds an open invite with its code's hash. */
    void add(Invite invite, Sha256 code);

    /**
     * Uses up an open invite. Of two at once, one gets it.
     *
     * @param by the account, which may be added later in the same transaction
     * @return false where no open invite has this code
     */
    boolean use(Sha256 code, UserId by, Instant now);

    Optional<Invite> find(InviteId id);

    /** Invites, used and expired ones too, the newest first. */
    Page<Invite> list(PageRequest page);

    /** Removes an invite; false where there is none. */
    boolean delete(InviteId id);
}
