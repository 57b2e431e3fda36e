package dev.albumen.application.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everybody does who knows what places are called. */
public abstract class PlacesContract {

    private static final List<Known> ALL = List.of(
            new Known("Oslo", "Oslo", "Oslo", "NO", 59.91273, 10.74609), new Known("Bærum", null, "Akershus", "NO", 59.89, 10.52),
            new Known("Lyon", "Rhône", "Auvergne-Rhône-Alpes", "FR", 45.74846, 4.84671), new Known("東京", null, null, "JP", 35.6895, 139.69171),
            new Known("Taveuni", null, "Northern", "FJ", -16.85, 179.97), new Known("Longyearbyen", null, "Svalbard", "SJ", 78.22334, 15.64689),
            new Known("Pole Base", null, null, "AQ", -89.99, 0), new Known("Quito", null, "Pichincha", "EC", -0.22985, -78.52495));

    /** A place that is known. */
    public record Known(String city, @Nullable String district, @Nullable String region, String countryCode, double latitude, double longitude) {}

    protected abstract Places knowing(List<Known> places) throws IOException;

    @Test
    void tellTheNameAndAllThatItLiesIn() throws IOException {
        assertThat(at(45.76, 4.83)).contains(new Place("Lyon", "Rhône", "Auvergne-Rhône-Alpes", "France", "FR"));
        assertThat(at(35.69, 139.7)).contains(new Place("東京", null, null, "Japan", "JP"));
    }

    @ParameterizedTest
    @CsvSource({"59.91, 10.74, Oslo", "59.9, 10.65, Oslo", "59.9, 10.6, Bærum", "-0.2, -78.5, Quito", "78.3, 15.6, Longyearbyen"})
    void nameTheNearest(double latitude, double longitude, String city) throws IOException {
        assertThat(at(latitude, longitude).orElseThrow().city()).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource({"47.5, -8.25", "60.4, 10.74609", "46.25, 4.84671", "0, 0", "90, 0", "-16.85, 178", "59.91273, -169.25391"})
    void nameNothingThatIsFarther(double latitude, double longitude) throws IOException {
        assertThat(at(latitude, longitude)).isEmpty();
    }

    @Test
    void nameWhatIsJustNearEnough() throws IOException {
        assertThat(at(59.91273 + 0.449, 10.74609)).isPresent();
        assertThat(at(59.91273 - 0.449, 10.74609)).isPresent();
        assertThat(at(59.91273 + 0.451, 10.74609)).isEmpty();
    }

    @Test
    void knowThatTheEarthIsRound() throws IOException {
        assertThat(at(-16.85, -179.9).orElseThrow().city()).as("beyond the date line").isEqualTo("Taveuni");
        assertThat(at(-89.99, 180).orElseThrow().city()).as("beyond the pole").isEqualTo("Pole Base");
        assertThat(at(-90, -77).orElseThrow().city()).isEqualTo("Pole Base");
    }

    @Test
    void doWithoutAnyPlace() throws IOException {
        assertThat(knowing(List.of()).at(new Gps(59.91, 10.74, null))).isEmpty();
    }

    private Optional<Place> at(double latitude, double longitude) throws IOException {
        return knowing(ALL).at(new Gps(latitude, longitude, 12.0));
    }
}
