package dev.albumen.application.search;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchText;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.tag.TagName;

/** Reads what a saved search asks for. */
final class SearchReading {

    private SearchReading() {}

    /** Among the owner's own images. Refuses what cannot be read. */
    static ImageSearch read(SavedSearch search) {
        SearchText typed = SearchText.read("/q", search.text(), text -> TagName.written("/q", text).value());
        ImageSearch.Sort sort = search.sort() == null ? null : ImageSearch.Sort.of(search.sort())
                .orElseThrow(() -> Refusal.invalid("/sort", "unknown-value", "There is no such order of images."));
        return ImageSearch.OWN.and(typed).sorted(sort);
    }
}
