package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes a tag that no image bears yet. */
public final class CreateTag {

    private final Transactions transactions;
    private final Tags tags;
    private final TagPlacing placing;
    private final TagFiling filing;
    private final TagViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public CreateTag(
            Transactions transactions, Tags tags, TagTree tree, Categories categories, TagViews views, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.tags = tags;
        this.placing = new TagPlacing(tree);
        this.filing = new TagFiling(categories);
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param parent the tag that is to hold it; {@code null} for none
     * @param category {@code null} for none
     */
    public record Command(TagName name, @Nullable TagName parent, @Nullable CategoryName category) {}

    public TagViews.TagView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            if (!tags.create(owner, command.name())) {
                throw new Refusal.Conflict("tag-exists", "You have a tag of that name.").thrown();
            }
            if (command.parent() != null) {
                placing.place(owner, command.name(), command.parent());
            }
            filing.file(owner, command.name(), command.category() == null ? Change.keep() : Change.to(command.category()));
            audit.append(AuditEntry.by(viewer, "tag.create", owner, clock.instant()).with("tag", command.name().value()));
            return views.find(owner, command.name()).orElseThrow(Refusal::notFound);
        });
    }
}
