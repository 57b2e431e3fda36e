package dev.albumen.application.search;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.UserId;
import java.util.Optional;

/** Every user's saved searches. Each call names the owner: nobody else's are found. */
public interface SavedSearches {

    /**
     * Keeps a new one.
     *
     * @throws dev.albumen.domain.shared.RefusedException {@code Conflict} ({@code too-many-searches}) where the owner has
     *     {@link SavedSearch#MAX_PER_USER} already
     */
    void add(SavedSearch search);

    Optional<SavedSearch> find(UserId owner, SavedSearchId id);

    /** A page of the owner's, newest first. */
    Page<SavedSearch> list(UserId owner, PageRequest page);

    /**
     * Keeps a changed one.
     *
     * @param search as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    SavedSearch save(SavedSearch search);

    /** Removes it. One that is gone is no error. */
    void delete(UserId owner, SavedSearchId id);
}
