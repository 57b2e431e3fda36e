package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.time.InstantSource;

/** Takes one of the viewer's tags off everything. Tags that lie in it stay, where it lay. */
public final class DeleteTag {

    private final Transactions transactions;
    private final Tags tags;
    private final TagTree tree;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteTag(Transactions transactions, Tags tags, TagTree tree, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.tags = tags;
        this.tree = tree;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(TagName name) {}

    public void handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        transactions.writing(() -> {
            tree.lock(owner);
            if (!tags.delete(owner, command.name())) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "tag.delete", owner, clock.instant()).with("tag", command.name().value()));
        });
    }
}
