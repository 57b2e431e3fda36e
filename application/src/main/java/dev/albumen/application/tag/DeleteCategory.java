package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes a category of the viewer's own. Tags stay. */
public final class DeleteCategory {

    private final Transactions transactions;
    private final Categories categories;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteCategory(Transactions transactions, Categories categories, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(CategoryId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        transactions.writing(() -> {
            Category category = categories.find(owner, command.id()).orElseThrow(Refusal::notFound);
            Stale.unless(command.expected(), category.version());
            categories.delete(owner, category.id());
            audit.append(AuditEntry.by(viewer, "category.delete", category.id(), clock.instant()));
        });
    }
}
