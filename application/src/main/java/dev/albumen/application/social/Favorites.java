package dev.albumen.application.social;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/** Which images a user keeps close. */
public interface Favorites {

    /** True where it was not among them. */
    boolean add(UserId user, ImageId image, Instant now);

    /** True where it was among them. */
    boolean remove(UserId user, ImageId image);
}
