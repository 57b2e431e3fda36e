package dev.albumen.application.transfer;

import org.jspecify.annotations.Nullable;

/** What Google Takeout lays beside a picture, as far as it is used here. Its place has no field of an image to go to. */
public record TakeoutDocument(@Nullable String description, @Nullable Boolean favorited, @Nullable Time photoTakenTime) {

    /** @param timestamp seconds since 1970, in digits */
    public record Time(@Nullable String timestamp) {}
}
