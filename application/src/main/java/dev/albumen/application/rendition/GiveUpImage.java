package dev.albumen.application.rendition;

import dev.albumen.application.image.Images;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Calls an image failed whose processing is not tried again, so that its owner does not wait for ever. */
public final class GiveUpImage {

    static final String UNPROCESSED = "image-unprocessed";
    private static final String REASON =
            "This picture could not be processed, however often it was tried. The original is safe.";

    private final Transactions transactions;
    private final Images images;
    private final InstantSource clock;

    public GiveUpImage(Transactions transactions, Images images, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** An image that is gone, or decided already, is left alone. */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.writing(() -> images.find(command.id())
                .filter(image -> image.status() instanceof ImageStatus.Pending)
                .ifPresent(image -> images.save(image.failed(UNPROCESSED, REASON, clock.instant()))));
    }
}
