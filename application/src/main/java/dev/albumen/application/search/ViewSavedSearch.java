package dev.albumen.application.search;

import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Shows one of the viewer's saved searches. */
public final class ViewSavedSearch {

    private final SavedSearches searches;

    public ViewSavedSearch(SavedSearches searches) {
        this.searches = searches;
    }

    public record Query(SavedSearchId id) {}

    public SavedSearch handle(Viewer viewer, Query query) {
        return searches.find(viewer.member().userId(), query.id()).orElseThrow(Refusal::notFound);
    }
}
