package dev.albumen.application.social;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.CommentId;
import java.time.Instant;

/** Who likes which comment. How many do is counted with every change, whatever makes it. */
public interface CommentLikes {

    /** True where the user did not like it before. */
    boolean add(UserId user, CommentId comment, Instant now);

    /** True where the user liked it. */
    boolean remove(UserId user, CommentId comment);
}
