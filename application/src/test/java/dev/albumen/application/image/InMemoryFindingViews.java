package dev.albumen.application.image;

import dev.albumen.application.image.FacetCounts.Facet;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Orientation;
import dev.albumen.domain.image.Place;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at every image. */
public final class InMemoryFindingViews implements FindingViews {

    private final InMemoryImages images;
    private final InMemoryImageViews views;

    public InMemoryFindingViews(InMemoryImages images, InMemoryImageViews views) {
        this.images = images;
        this.views = views;
    }

    @Override
    public Map<String, String> corrections(Viewer viewer, ImageSearch search, Collection<String> words) {
        Optional<UserId> owner = Optional.ofNullable(search.owner()).or(viewer::user);
        boolean everything = viewer.is(Role.ADMIN) || owner.equals(viewer.user());
        Map<String, String> found = new TreeMap<>();
        if (search.album() != null || !everything) {
            return found;
        }
        List<String> known = images.all().stream().filter(image -> !image.trashed() && Optional.of(image.ownerId()).equals(owner))
                .flatMap(this::said).distinct().toList();
        for (String word : words) {
            List<String> typed = InMemoryCriteria.words(word);
            if (typed.size() == 1 && known.stream().noneMatch(one -> one.startsWith(typed.getFirst()))) {
                known.stream().filter(one -> distance(one, typed.getFirst()) <= (typed.getFirst().length() > 4 ? 2 : 1))
                        .filter(one -> typed.getFirst().length() >= 4 && one.length() >= 4)
                        .min(Comparator.comparingInt((String one) -> distance(one, typed.getFirst())).thenComparing(one -> one))
                        .ifPresent(one -> found.put(word, one));
            }
        }
        return found;
    }

    @Override
    public FacetCounts facets(Viewer viewer, ImageSearch search) {
        List<ImageView> found = found(viewer, search);
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        found.forEach(view -> facets(viewer, view).forEach((facet, values) -> new TreeSet<>(values).forEach(value ->
                counts.computeIfAbsent(facet, none -> new TreeMap<>()).merge(value, 1, Integer::sum))));
        Map<Facet, List<FacetCounts.Count>> sorted = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> sorted.put(facet, values.entrySet().stream()
                .map(entry -> new FacetCounts.Count(entry.getKey(), entry.getValue()))
                .sorted(facet.isTime() ? Comparator.comparing(FacetCounts.Count::value).reversed()
                        : Comparator.comparing(FacetCounts.Count::images).reversed().thenComparing(FacetCounts.Count::value))
                .toList()));
        return new FacetCounts(found.size(), true, sorted);
    }

    private List<ImageView> found(Viewer viewer, ImageSearch search) {
        return search.owner() == null && search.album() == null && viewer.user().isEmpty() ? List.of()
                : views.search(viewer, search, PageRequest.first(PageRequest.MAX_LIMIT)).items();
    }

    /** What one image counts for, told from plain values. */
    public static Map<Facet, List<String>> facets(Viewer viewer, ImageView view) {
        Image image = view.image();
        Map<Facet, List<String>> said = new EnumMap<>(Facet.class);
        if (ImageAccess.allowed(viewer, ImageAccess.Facts.of(image, view.reach(), false)).contains(ImageAction.SEE_DETAILS)) {
            said.put(Facet.CAMERA, Stream.ofNullable(image.metadata().camera()).toList());
            said.put(Facet.LENS, Stream.ofNullable(image.metadata().lens()).toList());
        }
        Place place = image.metadata().place();
        if (place != null && ImageAccess.allowed(viewer, ImageAccess.Facts.of(image, view.reach(), false)).contains(ImageAction.SEE_PLACE)) {
            said.put(Facet.PLACE, List.of(place.country(), place.title()));
        }
        said.put(Facet.TAG, view.tags().stream().map(ImageView.Tag::name).toList());
        said.put(Facet.YEAR, Stream.ofNullable(image.takenAt()).map(time -> time.toString().substring(0, 4)).toList());
        said.put(Facet.MONTH, Stream.ofNullable(image.takenAt()).map(time -> time.toString().substring(0, 7)).toList());
        said.put(Facet.TYPE, List.of(image.mediaType().mimeType()));
        said.put(Facet.COLOR, image.status() instanceof ImageStatus.Ready ready
                ? ColorName.of(ready.appearance()).stream().map(ColorName::label).toList() : List.of());
        said.put(Facet.RATING, Stream.ofNullable(view.opinions().rating()).map(String::valueOf).toList());
        said.put(Facet.ORIENTATION, Orientation.of(image.dimensions()).stream().map(Orientation::label).toList());
        return said;
    }

    @Override
    public List<Suggestion> suggestions(Viewer viewer, ImageSearch search, String prefix) {
        Map<Suggestion.Kind, Map<String, Integer>> said = new EnumMap<>(Suggestion.Kind.class);
        for (ImageView view : found(viewer, search)) {
            Map<Facet, List<String>> facets = facets(viewer, view);
            count(said, Suggestion.Kind.TAG, facets.get(Facet.TAG));
            count(said, Suggestion.Kind.CAMERA, facets.getOrDefault(Facet.CAMERA, List.of()));
            count(said, Suggestion.Kind.LENS, facets.getOrDefault(Facet.LENS, List.of()));
            count(said, Suggestion.Kind.PLACE, facets.getOrDefault(Facet.PLACE, List.of()));
            count(said, Suggestion.Kind.TITLE, Stream.ofNullable(view.image().title()).toList());
        }
        String typed = " " + String.join(" ", InMemoryCriteria.words(prefix));
        Function<Suggestion, Integer> place = one -> (" " + String.join(" ", InMemoryCriteria.words(one.value()))).indexOf(typed);
        return said.entrySet().stream().flatMap(kind -> kind.getValue().entrySet().stream()
                .map(entry -> new Suggestion(kind.getKey(), entry.getKey(), entry.getValue()))
                .filter(one -> !typed.isBlank() && place.apply(one) >= 0)
                .sorted(Comparator.comparing((Suggestion one) -> place.apply(one) > 0)
                        .thenComparing(Comparator.comparing(Suggestion::images).reversed()).thenComparing(Suggestion::value))
                .limit(MOST_SUGGESTIONS)).toList();
    }

    private static void count(Map<Suggestion.Kind, Map<String, Integer>> said, Suggestion.Kind kind, List<String> values) {
        values.forEach(value -> said.computeIfAbsent(kind, none -> new TreeMap<>()).merge(value, 1, Integer::sum));
    }

    private Stream<String> said(Image image) {
        ImageView view = views.listed(Viewer.WORKER, image.id());
        return Stream.of(image.title(), image.description(), image.filename(), image.metadata().camera(), image.metadata().lens(),
                        InMemoryCriteria.place(image), String.join(" ", view.tags().stream().map(ImageView.Tag::name).toList()))
                .flatMap(text -> InMemoryCriteria.words(text).stream());
    }

    /** Letters to insert, remove or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
