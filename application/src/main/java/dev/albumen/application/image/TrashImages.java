package dev.albumen.application.image;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;

/** Moves many images to the trash, each with an outcome and a transaction of its own. */
public final class TrashImages {

    private final TrashImage trash;

    public TrashImages(TrashImage trash) {
        this.trash = trash;
    }

    /** @param images 1 to 500 */
    public record Command(List<ImageId> images) {
        public Command {
            images = List.copyOf(images);
            Outcome.requireBatch(images);
        }
    }

    /** One outcome for each image, in the order they were named. */
    public List<Outcome> handle(Viewer viewer, Command command) {
        viewer.member();
        return command.images().stream()
                .map(id -> Outcome.of(id, () -> trash.handle(viewer, new TrashImage.Command(id, Optional.empty()))))
                .toList();
    }
}
