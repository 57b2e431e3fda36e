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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes a category of the viewer's own. */
public final class ChangeCategory {

    private final Transactions transactions;
    private final Categories categories;
    private final CategoryViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeCategory(
            Transactions transactions, Categories categories, CategoryViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.categories = categories;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(CategoryId id, Category.Patch patch, Optional<Long> expected) {}

    public CategoryViews.CategoryView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            Category category = categories.find(owner, command.id()).orElseThrow(Refusal::notFound);
            Stale.unless(command.expected(), category.version());
            Instant now = clock.instant();
            categories.save(category.changed(command.patch(), now));
            audit.append(AuditEntry.by(viewer, "category.change", category.id(), now));
            return views.find(owner, category.id()).orElseThrow(Refusal::notFound);
        });
    }
}
