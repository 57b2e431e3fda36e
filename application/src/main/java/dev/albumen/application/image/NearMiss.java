package dev.albumen.application.image;

import dev.albumen.application.image.SearchWord.Match;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Another way to take words that no image has. The places of its pages say which it is, so that every page of a list takes
 * them in the same way, whatever is found by then.
 *
 * @param meant what is looked for in place of words; empty where the words are looked for in the middle of others
 */
record NearMiss(Map<String, String> meant) {

    private static final String MARK = "near";

    /** The way that a page's place says, if it says one. */
    static Optional<NearMiss> at(Keyset place) {
        List<String> values = place.values();
        if (!values.getFirst().equals(MARK)) {
            return Optional.empty();
        }
        Map<String, String> meant = new TreeMap<>();
        int end = end(values);
        for (int i = 2; i < end; i += 2) {
            meant.put(values.get(i), values.get(i + 1));
        }
        return Optional.of(new NearMiss(meant));
    }

    private static int end(List<String> values) {
        return 2 + 2 * Integer.parseInt(values.get(1));
    }

    /** A place among what is found in this way. */
    Keyset place(Keyset place) {
        List<String> values = new ArrayList<>(List.of(MARK, String.valueOf(meant.size())));
        meant.forEach((word, other) -> values.addAll(List.of(word, other)));
        values.addAll(place.values());
        return new Keyset(values);
    }

    /** The page without what its place says about this. */
    PageRequest within(PageRequest page) {
        return new PageRequest(page.limit(), page.after().map(Keyset::values)
                .map(values -> new Keyset(values.subList(end(values), values.size()))));
    }

    List<SearchWord> instead(List<SearchWord> words) {
        return words.stream().map(this::instead).toList();
    }

    private SearchWord instead(SearchWord word) {
        if (word.match() != Match.BEGINNING || word.excluded()) {
            return word;
        }
        return meant.isEmpty() ? word.as(Match.PART) : word.saying(meant.getOrDefault(word.text(), word.text()));
    }

    /** What could have been typed for it. */
    Optional<String> correctedTo(List<SearchWord> words) {
        return meant.isEmpty() ? Optional.empty() : Optional.of(instead(words).stream()
                .map(word -> (word.excluded() ? "-" : "") + (word.match() == Match.PHRASE ? '"' + word.text() + '"' : word.text()))
                .collect(Collectors.joining(" ")));
    }
}
