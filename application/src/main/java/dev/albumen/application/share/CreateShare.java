package dev.albumen.application.share;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes a link to an album or an image. */
public final class CreateShare {

    private final Transactions transactions;
    private final ShareableResources resources;
    private final ShareLinks links;
    private final PasswordHasher hasher;
    private final Tokens tokens;
    private final OwnedShares shown;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public CreateShare(
            Transactions transactions, ShareableResources resources, ShareLinks links, PasswordHasher hasher,
            Tokens tokens, OwnedShares shown, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.resources = resources;
        this.links = links;
        this.hasher = hasher;
        this.tokens = tokens;
        this.shown = shown;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param password in clear; {@code null} for none */
    public record Command(SharedResource resource, ShareTerms terms, @Nullable String password) {
        @Override
        public String toString() {
            return "Command[" + resource + "]";
        }
    }

    public OwnedShare handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        transactions.read(() -> resources.require(viewer, command.resource()));
        String hash = command.password() == null ? null : SharePassword.hash(hasher, command.password());
        String token = tokens.next();
        ShareLink link = ShareLink.created(new ShareId(ids.next()), owner, command.resource(), Sha256.of(token),
                shown.seal(token), command.terms(), hash, clock.instant());
        return transactions.write(() -> {
            resources.require(viewer, command.resource());
            links.add(link);
            // Adding waits for whoever is handing the album over, so this sees whose it is now.
            resources.require(viewer, command.resource());
            audit.append(AuditEntry.by(viewer, "share.create", link.id(), link.createdAt()));
            return shown.made(viewer, link);
        });
    }
}
