package dev.albumen.application.tag;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ChangeImage;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
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
import org.jspecify.annotations.Nullable;

/** Changes what is said about many images, and their tags: of each image all or nothing. */
public final class EditImages {

    /** Tags that one call puts on, and takes off. */
    public static final int MAX_TAGS = 50;

    private final Transactions transactions;
    private final ChangeImage change;
    private final ImageViews images;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;

    public EditImages(
            Transactions transactions, ChangeImage change, ImageViews images, Tags tags, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.change = change;
        this.images = images;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param images 1 to 500
     * @param patch {@code null} for tags alone
     * @param remove taken off before the others are put on
     */
    public record Command(List<ImageId> images, Image.@Nullable Patch patch, List<TagName> add, List<TagName> remove) {
        public Command {
            images = List.copyOf(images);
            add = List.copyOf(add);
            remove = List.copyOf(remove);
            Outcome.requireBatch(images);
            requireFew("/addTags", add);
            requireFew("/removeTags", remove);
            if (patch == null && add.isEmpty() && remove.isEmpty()) {
                throw Refusal.invalid("", "nothing-to-do", "Name a patch, tags to add or tags to remove.");
            }
        }

        private static void requireFew(String pointer, List<TagName> names) {
            if (names.size() > MAX_TAGS) {
                throw Refusal.invalid(pointer, "too-many", "At most " + MAX_TAGS + " tags.");
            }
        }
    }

    /** One outcome for each image, in the order they were named. */
    public List<Outcome> handle(Viewer viewer, Command command) {
        viewer.member();
        return command.images().stream()
                .map(id -> Outcome.of(id, () -> transactions.writing(() -> edit(viewer, id, command))))
                .toList();
    }

    private void edit(Viewer viewer, ImageId id, Command command) {
        ImageAccess.Facts image = Optional.ofNullable(images.facts(viewer, Set.of(id)).get(id)).orElseThrow(Refusal::notFound);
        ImageAccess.require(viewer, image, ImageAction.CHANGE);
        if (command.patch() != null) {
            change.handle(viewer, new ChangeImage.Command(id, command.patch(), Optional.empty()));
        }
        if (command.remove().stream().filter(name -> tags.untag(id, name)).count() > 0) {
            audit.append(AuditEntry.by(viewer, "image.untag", id, clock.instant()));
        }
        if (!command.add().isEmpty() && tags.tag(image.ownerId(), id, command.add(), TagSource.USER)) {
            audit.append(AuditEntry.by(viewer, "image.tag", id, clock.instant()));
        }
    }
}
