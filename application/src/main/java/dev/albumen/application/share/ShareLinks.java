package dev.albumen.application.share;

import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.ShareId;
import java.util.Optional;

/** The share links. */
public interface ShareLinks {

    /** @throws dev.albumen.domain.shared.RefusedException {@code Conflict slug-taken} where another link has its slug */
    void add(ShareLink link);

    Optional<ShareLink> find(ShareId id);

    /**
     * Keeps a changed link.
     *
     * @param link as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     * @throws dev.albumen.domain.shared.RefusedException {@code Conflict slug-taken} where another link has its slug
     */
    ShareLink save(ShareLink link);

    /** One that is gone is no error. */
    void delete(ShareId id);

    /** For a slug that another link has. */
    static RefusedException slugTaken() {
        return new Refusal.Conflict("slug-taken", "Another link has this slug. Choose another one.").thrown();
    }
}
