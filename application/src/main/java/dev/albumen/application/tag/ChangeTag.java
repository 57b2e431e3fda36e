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
import java.util.Objects;

/** Renames one of the viewer's tags on everything that bears it, puts it into another, or into a category. */
public final class ChangeTag {

    private final Transactions transactions;
    private final Tags tags;
    private final TagPlacing placing;
    private final TagFiling filing;
    private final TagViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeTag(
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
     * @param to its new name; it cannot be cleared
     * @param parent the tag that is to hold it; cleared for the top
     * @param category cleared for none
     */
    public record Command(TagName name, Change<TagName> to, Change<TagName> parent, Change<CategoryName> category) {
        public Command {
            if (to instanceof Change.Clear<TagName>) {
                throw Refusal.invalid("/name", "empty", "A tag has a name.");
            }
        }
    }

    public TagViews.TagView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            TagViews.TagView before = find(owner, command.name());
            TagName name = renamed(viewer, owner, command);
            TagName parent = before.parent().map(TagName::new).orElse(null);
            if (command.parent() instanceof Change.To<TagName>(TagName holder) && !holder.equals(parent)) {
                placing.place(owner, name, holder);
            } else if (command.parent() instanceof Change.Clear<TagName> && parent != null) {
                placing.place(owner, name, null);
            }
            filing.file(owner, name, command.category());
            TagViews.TagView after = find(owner, name);
            if (!after.path().equals(before.path())) {
                audit.append(AuditEntry.by(viewer, "tag.move", owner, clock.instant())
                        .with("tag", name.value()).with("into", after.parent().orElse("")));
            }
            if (!Objects.equals(after.category(), before.category())) {
                audit.append(AuditEntry.by(viewer, "tag.file", owner, clock.instant())
                        .with("tag", name.value()).with("category", after.category() == null ? "" : after.category()));
            }
            return after;
        });
    }

    private TagName renamed(Viewer viewer, UserId owner, Command command) {
        TagName to = command.to().orKeep(command.name(), command.name());
        if (!to.equals(command.name())) {
            if (!tags.rename(owner, command.name(), to)) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "tag.rename", owner, clock.instant())
                    .with("tag", command.name().value()).with("to", to.value()));
        }
        return to;
    }

    private TagViews.TagView find(UserId owner, TagName name) {
        return views.find(owner, name).orElseThrow(Refusal::notFound);
    }
}
