package dev.albumen.application.search;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.stream.Stream;

/** Lists what one of the viewer's saved searches finds among their own images now. */
public final class RunSavedSearch {

    private final SavedSearches searches;
    private final ImageViews views;

    public RunSavedSearch(SavedSearches searches, ImageViews views) {
        this.searches = searches;
        this.views = views;
    }

    public record Query(SavedSearchId id, PageRequest page) {}

    public Page<ImageView> handle(Viewer viewer, Query query) {
        SavedSearch search = searches.find(viewer.member().userId(), query.id()).orElseThrow(Refusal::notFound);
        String version = Long.toString(search.version());
        PageRequest page = new PageRequest(query.page().limit(), query.page().after().map(place -> placeIn(version, place)));
        Page<ImageView> found = views.search(viewer, SearchReading.read(search), page).map(view -> view.shownTo(viewer));
        return new Page<>(found.items(), found.next().map(place -> new Keyset(
                Stream.concat(Stream.of(version), place.values().stream()).toList())));
    }

    /** A place in what another version found is no place in what this one finds, and may not even be of the same order. */
    private static Keyset placeIn(String version, Keyset place) {
        if (!place.values().getFirst().equals(version)) {
            throw Refusal.invalid("cursor", "search-changed", "This search has changed since the page before. Begin again.");
        }
        return new Keyset(place.values().subList(1, place.values().size()));
    }
}
