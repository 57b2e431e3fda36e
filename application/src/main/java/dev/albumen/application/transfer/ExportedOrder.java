package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what an account's images are found again besides albums and tags.
 *
 * @param favorites hashes of the owner's own images among their favourites, marked last first
 */
public record ExportedOrder(List<KeptBoard> boards, List<KeptSearch> searches, List<String> favorites) {

    public ExportedOrder {
        boards = List.copyOf(Objects.requireNonNullElse(boards, List.of()));
        searches = List.copyOf(Objects.requireNonNullElse(searches, List.of()));
        favorites = List.copyOf(Objects.requireNonNullElse(favorites, List.of()));
    }

    /**
     * A board.
     *
     * @param audience {@code private} or {@code users}
     * @param images hashes of the owner's own images on it, last put first
     */
    public record KeptBoard(String title, String description, String audience, List<String> images) {

        public KeptBoard {
            title = Objects.requireNonNullElse(title, "");
            description = Objects.requireNonNullElse(description, "");
            audience = Objects.requireNonNullElse(audience, "");
            images = List.copyOf(Objects.requireNonNullElse(images, List.of()));
        }
    }

    /** A saved search. */
    public record KeptSearch(String name, String text, @Nullable String sort) {

        public KeptSearch {
            name = Objects.requireNonNullElse(name, "");
            text = Objects.requireNonNullElse(text, "");
        }
    }
}
