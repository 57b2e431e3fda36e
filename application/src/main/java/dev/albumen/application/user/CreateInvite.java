package dev.albumen.application.user;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import dev.albumen.domain.user.UserAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes an invite for one registration. */
public final class CreateInvite {

    private final Invites invites;
    private final Tokens tokens;
    private final Ids ids;
    private final InstantSource clock;
    private final AccountAudit audit;
    private final Transactions transactions;

    public CreateInvite(Invites invites, Tokens tokens, Ids ids, InstantSource clock, AccountAudit audit, Transactions transactions) {
        this.invites = invites;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param expiresAt {@code null} for the usual time */
    public record Command(@Nullable Instant expiresAt) {}

    /**
     * The new invite. Prints no code.
     *
     * @param code shown this once
     */
    public record Created(Invite invite, String code) {
        @Override
        public String toString() {
            return "Created[" + invite.id() + "]";
        }
    }

    public Created handle(Viewer viewer, Command command) {
        Viewer.Member member = UserAccess.mayListAccounts(viewer);
        Instant now = clock.instant();
        Instant end = command.expiresAt() == null ? now.plus(Invite.DEFAULT_LIFE) : command.expiresAt();
        if (!end.isAfter(now) || end.isAfter(now.plus(Invite.MAX_LIFE))) {
            throw Refusal.invalid("/expiresAt", "out-of-range", "An invite ends in the future, within a year.");
        }
        Created created = new Created(Invite.open(new InviteId(ids.next()), member.userId(), now, Duration.between(now, end)), tokens.next());
        return transactions.write(() -> {
            invites.add(created.invite(), Sha256.of(created.code()));
            audit.changed(viewer, "invite.create", created.invite().id());
            return created;
        });
    }
}
