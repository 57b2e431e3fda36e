package dev.albumen.application.rendition;

import dev.albumen.application.image.Images;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Calls an image pending again whose processing was given up and is tried anew. */
public final class ReviveImage {

    private final Transactions transactions;
    private final Images images;
    private final InstantSource clock;

    public ReviveImage(Transactions transactions, Images images, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** An image that is gone, or that failed of itself, is left alone. */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.writing(() -> images.find(command.id())
                .filter(image -> image.status() instanceof ImageStatus.Failed failed
                        && failed.code().equals(GiveUpImage.UNPROCESSED))
                .ifPresent(image -> images.save(image.pendingAgain(clock.instant()))));
    }
}
