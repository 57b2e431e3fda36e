package dev.albumen.application.image;

import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.Viewer;
import java.util.List;

/** Says what somebody may be about to type: tags, cameras, lenses and titles of the images that they search. */
public final class SuggestSearches {

    private static final int MAX_LENGTH = 64;

    private final FindingViews finding;

    public SuggestSearches(FindingViews finding) {
        this.finding = finding;
    }

    /** @param prefix what was typed, 1 to 64 characters */
    public record Query(ImageSearch search, String prefix) {

        public Query {
            prefix = Text.line("prefix", prefix, MAX_LENGTH);
        }
    }

    public List<Suggestion> handle(Viewer viewer, Query query) {
        return finding.suggestions(viewer.member(), query.search(), query.prefix());
    }
}
