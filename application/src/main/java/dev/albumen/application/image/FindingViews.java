package dev.albumen.application.image;

import dev.albumen.domain.shared.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What helps people to find images, told of nothing but images that {@link ImageViews#search} would show them. */
public interface FindingViews {

    /**
     * What words may have meant that no image of the search's owner has: for each of them the nearest word, in normal form,
     * that differs in at most two letters (one where it has four) and that some image out of the trash has. Words that are
     * shorter or not single, and others' images, whose words the viewer may not all know, have none.
     */
    Map<String, String> corrections(Viewer viewer, ImageSearch search, Collection<String> words);

    /** What the images of a search have in common. */
    FacetCounts facets(Viewer viewer, ImageSearch search);

    /** Of the newest images of a search, how many are looked at for suggestions. */
    int MOST_LOOKED_AT = 5000;

    /** How many suggestions there are of each kind. */
    int MOST_SUGGESTIONS = 5;

    /**
     * Tags, cameras, lenses, titles and places of which a word begins with this, by the newest images of a search: those that begin with
     * it before others, the most frequent first. Cameras and lenses of others' images where the viewer sees how they were made,
     * places where they see where that was.
     */
    List<Suggestion> suggestions(Viewer viewer, ImageSearch search, String prefix);
}
