package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.time.InstantSource;

/** Puts one tag in place of another on everything that bears it, and around everything that lies in it. */
public final class MergeTags {

    private final Transactions transactions;
    private final Tags tags;
    private final TagPlacing placing;
    private final TagViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MergeTags(
            Transactions transactions, Tags tags, TagTree tree, TagViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.tags = tags;
        this.placing = new TagPlacing(tree);
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param name ends; {@code into} takes its place */
    public record Command(TagName name, TagName into) {}

    public TagViews.TagView handle(Viewer viewer, Command command) {
        if (command.name().equals(command.into())) {
            throw Refusal.invalid("/into", "itself", "A tag cannot be merged into itself.");
        }
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            placing.prepareMerge(owner, command.name(), command.into());
            if (!tags.merge(owner, command.name(), command.into())) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "tag.merge", owner, clock.instant())
                    .with("tag", command.name().value()).with("into", command.into().value()));
            return views.find(owner, command.into()).orElseThrow(Refusal::notFound);
        });
    }
}
