package dev.albumen.imaging.image;

import dev.albumen.application.image.Places;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.Place;
import dev.albumen.imaging.shared.Natives;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places of GeoNames in a file of the build ({@code natives/places.mjs}), in the order of their latitudes. The file is mapped: it
 * takes nothing of the heap, and is read where somebody looks.
 */
public final class GeoNamesPlaces implements Places {

    /** {@code ALBPLAC1}, how many places there are, and for each where it is, and where its name and what it lies in stand. */
    static final long MAGIC = 0x414c42504c414331L;
    static final int HEADER_BYTES = 12;
    static final int ROW_BYTES = 16;
    /** Degrees are counted in these. */
    static final double UNITS = 100_000;

    private final ByteBuffer file;
    private final int count;

    private GeoNamesPlaces(ByteBuffer file) {
        if (file.limit() < HEADER_BYTES || file.getLong(0) != MAGIC) {
            throw new IllegalArgumentException("this is no file of places");
        }
        this.file = file;
        this.count = file.getInt(8);
    }

    /** Those that came with the program; empty where the build did without. */
    public static Optional<GeoNamesPlaces> shipped() {
        return Natives.find(Path.of("places", "places.bin")).map(file -> {
            try {
                return in(file);
            } catch (IOException e) {
                throw new IllegalStateException("the places in " + file + " cannot be read", e);
            }
        });
    }

    static GeoNamesPlaces in(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new GeoNamesPlaces(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** How many places it knows. */
    public int count() {
        return count;
    }

    @Override
    public Optional<Place> at(Gps position) {
        double reach = Math.toDegrees(FARTHEST_KM / Gps.EARTH_KM);
        double nearest = FARTHEST_KM;
        int found = -1;
        for (int row = firstFrom(position.latitude() - reach); row < count && latitude(row) <= position.latitude() + reach; row++) {
            double kilometres = position.kilometresTo(latitude(row), degrees(row, 4));
            if (kilometres <= nearest) {
                nearest = kilometres;
                found = row;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(place(found));
    }

    /** The first row that is not south of that. */
    private int firstFrom(double latitude) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latitude(middle) < latitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double latitude(int row) {
        return degrees(row, 0);
    }

    private double degrees(int row, int at) {
        return file.getInt(HEADER_BYTES + row * ROW_BYTES + at) / UNITS;
    }

    private Place place(int row) {
        String[] around = text(row, 12).split("\t", -1);
        String country = Locale.of("", around[0]).getDisplayCountry(Locale.ENGLISH);
        return new Place(text(row, 8), named(around[2]), named(around[1]), country, around[0]);
    }

    private static @Nullable String named(String text) {
        return text.isEmpty() ? null : text;
    }

    /** UTF-8 behind the number of its bytes. */
    private String text(int row, int at) {
        int offset = file.getInt(HEADER_BYTES + row * ROW_BYTES + at);
        byte[] bytes = new byte[file.getShort(offset) & 0xffff];
        file.get(offset + 2, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
