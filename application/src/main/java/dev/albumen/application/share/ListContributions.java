package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.shared.Viewer;

/** Lists what came to the viewer through their links. */
public final class ListContributions {

    private final Contributions contributions;

    public ListContributions(Contributions contributions) {
        this.contributions = contributions;
    }

    public record Query(Contributions.Search search, PageRequest page) {}

    public Page<Contribution> handle(Viewer viewer, Query query) {
        return contributions.list(viewer.member().userId(), query.search(), query.page());
    }
}
