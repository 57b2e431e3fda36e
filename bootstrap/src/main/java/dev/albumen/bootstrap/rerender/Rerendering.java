package dev.albumen.bootstrap.rerender;

import dev.albumen.persistence.job.OutdatedImages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goes through the outdated images in the order of their ids, and gives the instance a few at a time. */
final class Rerendering {

    private static final int PAGE = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final OutdatedImages images;
    private final int atOnce;
    private final Progress progress;

    Rerendering(OutdatedImages images, int atOnce, Progress progress) {
        this.images = images;
        this.atOnce = atOnce;
        this.progress = progress;
    }

    /** How many images are outdated still, having been tried. */
    long run() throws SQLException, InterruptedException {
        long outdated = images.count();
        progress.begin(outdated, outdated == 0 ? "Every image is rendered by the present recipes." : outdated + " images to render anew");
        long given = 0;
        Optional<UUID> after = Optional.empty();
        for (List<UUID> page = images.after(after, PAGE); !page.isEmpty(); page = images.after(after, PAGE)) {
            for (UUID image : page) {
                awaitFewerThan(atOnce, given);
                images.rerender(image);
                given++;
            }
            after = Optional.of(page.getLast());
        }
        awaitFewerThan(1, given);
        progress.end(given);
        return images.count();
    }

    private void awaitFewerThan(int limit, long given) throws SQLException, InterruptedException {
        for (long waiting = images.waiting(); ; waiting = images.waiting()) {
            progress.at(Math.max(0, given - waiting));
            if (waiting < limit) {
                return;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
