package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the keywords in an image's file its tags. Doing it again changes nothing. */
public final class TagByKeywords {

    private final Transactions transactions;
    private final ImageViews images;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;

    public TagByKeywords(Transactions transactions, ImageViews images, Tags tags, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** The image with its tags. Refuses one that is still being read ({@code image-pending}). */
    public ImageView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            ImageAccess.Facts facts = images.facts(viewer, Set.of(command.id())).get(command.id());
            ImageAccess.require(viewer, Optional.ofNullable(facts).orElseThrow(Refusal::notFound), ImageAction.CHANGE);
            List<TagName> names = names(find(viewer, command.id()).image());
            if (!names.isEmpty() && tags.tag(facts.ownerId(), command.id(), names, TagSource.USER)) {
                audit.append(AuditEntry.by(viewer, "image.tag", command.id(), clock.instant()));
            }
            return find(viewer, command.id()).shownTo(viewer);
        });
    }

    private ImageView find(Viewer viewer, ImageId id) {
        return images.find(viewer, id).orElseThrow(Refusal::notFound);
    }

    private static List<TagName> names(Image image) {
        if (image.status() instanceof ImageStatus.Pending) {
            throw new Refusal.Conflict("image-pending", "This image's file is being read. Try again in a moment.").thrown();
        }
        return image.metadata().caption().keywords().stream().flatMap(word -> TagName.ofKeyword(word).stream()).distinct().toList();
    }
}
