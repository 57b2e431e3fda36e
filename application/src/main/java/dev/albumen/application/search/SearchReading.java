package dev.albumen.application.search;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchText;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.tag.TagName;

/** Reads what a saved search asks for. */
public final class SearchReading {

    private SearchReading() {}

    /** Among the owner's own images. Refuses what cannot be read. */
    public static ImageSearch read(SavedSearch search) {
        SearchText typed = SearchText.read("/q", search.text(), text -> TagName.written("/q", text).value());
        ImageSearch.Sort sort = search.sort() == null ? null : ImageSearch.Sort.of(search.sort())
                .orElseThrow(() -> Refusal.invalid("/sort", "unknown-value", "There is no such order of images."));
        return ImageSearch.OWN.and(typed).sorted(sort);
    }

    /** Whether what it finds hangs on albums, or on links to them. */
    public static boolean looksAtAlbums(ImageSearch search) {
        return search.criteria().stream().anyMatch(SearchReading::looksAtAlbums);
    }

    private static boolean looksAtAlbums(Criterion criterion) {
        return criterion instanceof Criterion.Not(Criterion negated) ? looksAtAlbums(negated)
                : criterion instanceof Criterion.InAlbum || criterion instanceof Criterion.InAlbumTitled || criterion instanceof Criterion.Shared;
    }
}
