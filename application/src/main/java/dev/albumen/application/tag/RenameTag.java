package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.time.InstantSource;

/** Renames one of the viewer's tags on everything that bears it. */
public final class RenameTag {

    private final Transactions transactions;
    private final Tags tags;
    private final TagViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RenameTag(Transactions transactions, Tags tags, TagViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.tags = tags;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(TagName name, TagName to) {}

    public TagViews.TagView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            boolean same = command.name().equals(command.to());
            if (!same) {
                if (!tags.rename(owner, command.name(), command.to())) {
                    throw Refusal.notFound();
                }
                audit.append(AuditEntry.by(viewer, "tag.rename", owner, clock.instant())
                        .with("tag", command.name().value()).with("to", command.to().value()));
            }
            return views.find(owner, command.to()).orElseThrow(Refusal::notFound);
        });
    }
}
