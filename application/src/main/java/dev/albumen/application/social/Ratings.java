package dev.albumen.application.social;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Stars;
import java.time.Instant;

/** With how many stars users rate images, each for themselves. */
public interface Ratings {

    /** Puts the user's rating in the place of any before. False where it was the same. */
    boolean put(UserId user, ImageId image, Stars stars, Instant now);

    /** True where there was one. */
    boolean remove(UserId user, ImageId image);
}
