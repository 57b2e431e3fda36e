package dev.albumen.application.label;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;

/** Shows what an image was labelled with, and what became of it. */
public final class ListLabels {

    private final Transactions transactions;
    private final LabelledImage image;
    private final ImageLabels labels;

    ListLabels(Transactions transactions, LabelledImage image, ImageLabels labels) {
        this.transactions = transactions;
        this.image = image;
        this.labels = labels;
    }

    public record Query(ImageId id) {}

    public ImageLabels.Sheet handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            image.require(viewer, query.id());
            return labels.of(query.id());
        });
    }
}
