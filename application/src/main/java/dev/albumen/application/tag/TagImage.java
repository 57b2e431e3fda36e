package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a tag on an image. */
public final class TagImage {

    private final Transactions transactions;
    private final ImageViews images;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;

    public TagImage(Transactions transactions, ImageViews images, Tags tags, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id, TagName name) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            ImageAccess.Facts image = images.facts(viewer, Set.of(command.id())).get(command.id());
            ImageAccess.require(viewer, Optional.ofNullable(image).orElseThrow(Refusal::notFound), ImageAction.CHANGE);
            if (tags.tag(image.ownerId(), command.id(), List.of(command.name()), TagSource.USER)) {
                audit.append(AuditEntry.by(viewer, "image.tag", command.id(), clock.instant()));
            }
        });
    }
}
