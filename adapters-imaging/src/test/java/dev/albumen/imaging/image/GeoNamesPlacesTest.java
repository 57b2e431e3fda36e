package dev.albumen.imaging.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.albumen.application.image.Places;
import dev.albumen.application.image.PlacesContract;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesPlacesTest extends PlacesContract {

    @TempDir
    Path folder;

    @Override
    protected Places knowing(List<Known> places) throws IOException {
        return GeoNamesPlaces.in(Files.write(folder.resolve("places.bin"), file(places)));
    }

    @Test
    void refuseAnotherFile() throws IOException {
        for (String text : List.of("", "places", "[{\"name\": \"Lyon\"}]")) {
            Path file = Files.writeString(folder.resolve("other"), text);
            assertThatThrownBy(() -> GeoNamesPlaces.in(file)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readWhatTheBuildHasMade() {
        Optional<GeoNamesPlaces> shipped = GeoNamesPlaces.shipped();
        assumeThat(shipped).as("built with npm").isPresent();
        GeoNamesPlaces places = shipped.orElseThrow();

        assertThat(places.count()).isGreaterThan(100_000);
        assertThat(places.at(new Gps(59.9134, 10.7522, null))).contains(new Place("Oslo", "Oslo", "Oslo", "Norway", "NO"));
        assertThat(places.at(new Gps(48.8584, 2.2945, null)).orElseThrow().names()).contains("Paris", "Île-de-France", "France");
        assertThat(places.at(new Gps(47.5, -8.25, null))).isEmpty();
        for (int latitude = -90; latitude <= 90; latitude += 2) {
            for (int longitude = -180; longitude <= 180; longitude += 5) {
                places.at(new Gps(latitude, longitude, null)).ifPresent(place -> {
                    assertThat(place.names()).allSatisfy(name -> assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(200));
                    assertThat(place.country()).isNotEqualTo(place.countryCode());
                });
            }
        }
    }

    /** As natives/places.mjs writes it. */
    private static byte[] file(List<Known> places) {
        List<Known> sorted = places.stream().sorted(Comparator.comparing(Known::latitude)).toList();
        int rows = GeoNamesPlaces.HEADER_BYTES + sorted.size() * GeoNamesPlaces.ROW_BYTES;
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(rows).putLong(GeoNamesPlaces.MAGIC).putInt(sorted.size());
        for (Known place : sorted) {
            head.putInt(units(place.latitude())).putInt(units(place.longitude()))
                    .putInt(rows + added(texts, place.city()))
                    .putInt(rows + added(texts, place.countryCode() + "\t" + Objects.requireNonNullElse(place.region(), "") + "\t"
                            + Objects.requireNonNullElse(place.district(), "")));
        }
        return ByteBuffer.allocate(rows + texts.size()).put(head.array()).put(texts.toByteArray()).array();
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees * GeoNamesPlaces.UNITS);
    }

    private static int added(ByteArrayOutputStream texts, String text) {
        int at = texts.size();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        texts.write(bytes.length >> 8);
        texts.write(bytes.length);
        texts.writeBytes(bytes);
        return at;
    }
}
