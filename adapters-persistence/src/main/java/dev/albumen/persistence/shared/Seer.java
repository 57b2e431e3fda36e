package dev.albumen.persistence.shared;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A viewer as statements know them.
 *
 * @param id the user's; {@code null} for nobody that we know, which equals nothing in SQL
 * @param all whether everything is theirs to see
 * @param none whether nothing is: a link's holder sees through the link alone
 */
public record Seer(@Nullable UUID id, boolean all, boolean none) {

    public static Seer of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Worker worker -> new Seer(null, true, false);
            case Viewer.Member member -> new Seer(member.userId().value(), member.role().atLeast(Role.ADMIN), false);
            case Viewer.Anonymous anonymous -> new Seer(null, false, false);
            case Viewer.LinkHolder holder -> new Seer(null, false, true);
        };
    }

    public boolean is(UserId user) {
        return user.value().equals(id);
    }
}
