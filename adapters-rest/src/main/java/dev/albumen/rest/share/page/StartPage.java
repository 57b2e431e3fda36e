package dev.albumen.rest.share.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks who it is who wants to choose.
 *
 * @param back the link's own page
 * @param conditions how many, and until when; {@code null} for none
 * @param trouble what was wrong before; {@code null} where nothing was
 * @param fields {@code null} where the time for choosing is over
 */
record StartPage(
        Head head, String heading, String back, @Nullable String conditions, @Nullable String trouble, String action,
        @Nullable List<Field> fields) {

    /**
     * @param type of the input; {@code textarea} for several lines
     * @param autocomplete what browsers may fill in; {@code off} for nothing
     * @param trouble what was wrong with the value; {@code null} where nothing was
     */
    record Field(
            String name, String words, String type, String autocomplete, int most, boolean required, String value,
            @Nullable String trouble) {}
}
