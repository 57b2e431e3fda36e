package dev.albumen.application.social;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/** Who likes which image. How many do is counted with every change, whatever makes it. */
public interface Likes {

    /** True where the user did not like it before. */
    boolean add(UserId user, ImageId image, Instant now);

    /** True where the user liked it. */
    boolean remove(UserId user, ImageId image);
}
