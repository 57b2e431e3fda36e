package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a category for the viewer's own tags. */
public final class CreateCategory {

    private final Transactions transactions;
    private final Categories categories;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public CreateCategory(Transactions transactions, Categories categories, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.categories = categories;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(Category.Draft draft) {}

    /** The new category, empty. */
    public CategoryViews.CategoryView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        Instant now = clock.instant();
        Category category = Category.drafted(new CategoryId(ids.next()), owner, command.draft(), now);
        return transactions.write(() -> {
            categories.add(category);
            audit.append(AuditEntry.by(viewer, "category.create", category.id(), now));
            return new CategoryViews.CategoryView(category, 0);
        });
    }
}
