package dev.albumen.application.share;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what a link allows, for everybody who holds it already too. */
public final class ChangeShare {

    private final Transactions transactions;
    private final ShareLinks links;
    private final PasswordHasher hasher;
    private final OwnedShares shown;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeShare(
            Transactions transactions, ShareLinks links, PasswordHasher hasher, OwnedShares shown, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.hasher = hasher;
        this.shown = shown;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param password in clear
     * @param expected the version that the change is based on; empty for any
     */
    public record Command(
            ShareId id, ShareTerms.Patch terms, Change<String> password, Change<Boolean> active, Optional<Long> expected) {
        @Override
        public String toString() {
            return "Command[" + id + "]";
        }
    }

    public OwnedShare handle(Viewer viewer, Command command) {
        transactions.read(() -> owned(viewer, command));
        ShareLink.Patch patch = new ShareLink.Patch(
                command.terms(), command.password().map(clear -> SharePassword.hash(hasher, clear)), command.active());
        return transactions.write(() -> {
            Instant now = clock.instant();
            ShareLink saved = links.save(owned(viewer, command).changed(patch, now));
            audit.append(AuditEntry.by(viewer, "share.change", saved.id(), now));
            return shown.of(viewer, saved);
        });
    }

    private ShareLink owned(Viewer viewer, Command command) {
        ShareLink link = links.find(command.id()).orElseThrow(Refusal::notFound);
        ShareAccess.requireManaging(viewer, link);
        Stale.unless(command.expected(), link.version());
        return link;
    }
}
