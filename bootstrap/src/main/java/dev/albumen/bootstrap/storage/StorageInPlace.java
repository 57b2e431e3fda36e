package dev.albumen.bootstrap.storage;

import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.StartRefused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the settings with where pictures were moved to. */
public final class StorageInPlace {

    private static final Logger LOG = LoggerFactory.getLogger(StorageInPlace.class);

    private StorageInPlace() {}

    /** @throws StartRefused where pictures are in a place that the settings do not name */
    public static void require(StorageMoves moves, BlobPlaces places) {
        Optional<StorageMove> latest = moves.latest();
        latest.ifPresent(move -> {
            requireKnown(places, move.to());
            if (!move.finished()) {
                requireKnown(places, move.from());
            } else if (places.primary() != move.to()) {
                LOG.warn("pictures were moved to {}, and are read and kept there: set {}={}", move.to().word(),
                        KnownSettings.STORAGE.variable(), move.to().word());
            }
        });
    }

    private static void requireKnown(BlobPlaces places, BlobPlace place) {
        if (!places.have(place)) {
            throw new StartRefused((place == BlobPlace.S3 ? KnownSettings.S3_BUCKET : KnownSettings.STORAGE_FALLBACK).variable(),
                    "pictures were moved to or are on their way from " + place.word() + ", which no setting names");
        }
    }
}
