package dev.albumen.application.image;

import dev.albumen.application.image.Images.Unplaced;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.Place;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;

/** Finds places for images that were read when no places were known. Doing it again changes nothing. */
public final class PlaceImages {

    private static final int BATCH = 500;

    private final Transactions transactions;
    private final Images images;
    private final Places places;

    public PlaceImages(Transactions transactions, Images images, Places places) {
        this.transactions = transactions;
        this.images = images;
        this.places = places;
    }

    public record Command() {}

    /** How many images got a place. */
    public int handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        int placed = 0;
        List<Unplaced> batch = places == Places.NONE ? List.of() : next(Optional.empty());
        while (!batch.isEmpty()) {
            for (Unplaced image : batch) {
                Optional<Place> place = places.at(image.position());
                placed += place.isPresent() && transactions.write(() -> place(image, place.get())) ? 1 : 0;
            }
            batch = next(Optional.of(batch.getLast()));
        }
        return placed;
    }

    private List<Unplaced> next(Optional<Unplaced> after) {
        return transactions.read(() -> images.unplaced(after.map(Unplaced::id), BATCH));
    }

    private boolean place(Unplaced unplaced, Place place) {
        Optional<Image> image = images.find(unplaced.id()).filter(one -> unplaced.position().equals(one.metadata().gps()));
        image.ifPresent(one -> images.save(one.placed(place)));
        return image.isPresent();
    }
}
