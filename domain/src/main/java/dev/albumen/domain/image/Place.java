package dev.albumen.domain.image;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people call where a picture was taken.
 *
 * @param city the nearest city, village or part of a city
 * @param district what it lies in, such as a county; {@code null} where that has no name of its own
 * @param region the larger part of the country, such as a state
 * @param country in English
 * @param countryCode two letters (ISO 3166-1)
 */
public record Place(String city, @Nullable String district, @Nullable String region, String country, String countryCode) {

    /** In one line. */
    public String title() {
        return city + ", " + country;
    }

    /** All that it lies in, the smallest first. */
    public Stream<String> names() {
        return Stream.of(city, district, region, country).filter(name -> name != null);
    }
}
