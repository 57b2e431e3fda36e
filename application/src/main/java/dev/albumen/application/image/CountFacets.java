package dev.albumen.application.image;

import dev.albumen.domain.shared.Viewer;

/** Counts what the images of a search have in common. */
public final class CountFacets {

    private final FindingViews finding;

    public CountFacets(FindingViews finding) {
        this.finding = finding;
    }

    public record Query(ImageSearch search) {}

    public FacetCounts handle(Viewer viewer, Query query) {
        return finding.facets(viewer.member(), query.search());
    }
}
