package dev.albumen.domain.label;

import java.util.List;

/** All that a labeler saw in one picture. */
public record Findings(Provider by, List<Finding> labels, List<Concern> concerns) {

    public Findings {
        labels = List.copyOf(labels);
        concerns = List.copyOf(concerns);
    }
}
