package dev.albumen.application.image;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lists images by words, tags, albums, dates and more. Where no image has the words, those are shown that have them in the
 * middle of words, and where there are none either, those that have what the words may have meant.
 */
public final class SearchImages {

    /** Whoever mistypes more words types them anew. It keeps places of pages short. */
    private static final int MOST_CORRECTED = 6;

    private final ImageViews views;
    private final FindingViews finding;

    public SearchImages(ImageViews views, FindingViews finding) {
        this.views = views;
        this.finding = finding;
    }

    public record Query(ImageSearch search, PageRequest page) {}

    /** @param correctedTo what was looked for instead of what was asked for; empty where that was found */
    public record Found(Page<ImageView> page, Optional<String> correctedTo) {}

    public Found handle(Viewer viewer, Query query) {
        Optional<NearMiss> begun = query.page().after().flatMap(NearMiss::at);
        Page<ImageView> page = read(viewer, query, begun);
        boolean missed = page.items().isEmpty() && query.page().after().isEmpty()
                && query.search().words().stream().anyMatch(SearchImages::mayBeMistaken);
        Optional<NearMiss> miss = missed ? nearMiss(viewer, query) : begun;
        return new Found((missed && miss.isPresent() ? read(viewer, query, miss) : page).map(view -> view.shownTo(viewer)),
                miss.flatMap(found -> found.correctedTo(query.search().words())));
    }

    private Page<ImageView> read(Viewer viewer, Query query, Optional<NearMiss> miss) {
        if (miss.isEmpty()) {
            return views.search(viewer.member(), query.search(), query.page());
        }
        ImageSearch other = query.search().saying(miss.get().instead(query.search().words()));
        Page<ImageView> found = views.search(viewer.member(), other, miss.get().within(query.page()));
        return new Page<>(found.items(), found.next().map(miss.get()::place));
    }

    /** The first way to take the words that finds something. */
    private Optional<NearMiss> nearMiss(Viewer viewer, Query query) {
        List<String> words = query.search().words().stream().filter(SearchImages::mayBeMistaken).map(SearchWord::text).distinct().limit(MOST_CORRECTED).toList();
        Query one = new Query(query.search(), PageRequest.first(1));
        Predicate<NearMiss> finds = miss -> !read(viewer, one, Optional.of(miss)).items().isEmpty();
        NearMiss parts = new NearMiss(Map.of());
        if (finds.test(parts)) {
            return Optional.of(parts);
        }
        return Stream.of(finding.corrections(viewer.member(), query.search(), words))
                .filter(meant -> !meant.isEmpty()).map(NearMiss::new).filter(finds).findFirst();
    }

    private static boolean mayBeMistaken(SearchWord word) {
        return word.match() == SearchWord.Match.BEGINNING && !word.excluded();
    }
}
