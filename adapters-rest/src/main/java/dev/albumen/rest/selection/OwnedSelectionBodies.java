package dev.albumen.rest.selection;

import dev.albumen.application.selection.OwnedSelection;
import dev.albumen.application.selection.SelectionViews;
import dev.albumen.application.selection.SummariseSelections;
import dev.albumen.application.selection.ViewClientSelection;
import dev.albumen.application.selection.ViewOverlap;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.rest.shared.Labels;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Selections as the link's owner sees them. */
final class OwnedSelectionBodies {

    private OwnedSelectionBodies() {}

    /**
     * @param status open, submitted, delivered, accepted or closed
     * @param count pictures chosen
     * @param comments how many of them have one
     */
    @Serdeable.Serializable
    @Schema(name = "SelectionSummary")
    record Summary(
            UUID id, String status, int round, @Nullable String name, @Nullable String email, @Nullable String phone,
            @Nullable String note, int count, int comments, Instant createdAt, Instant updatedAt, @Nullable Instant submittedAt) {

        static Summary of(OwnedSelection owned) {
            Selection selection = owned.summary().selection();
            Contact contact = selection.contact();
            return new Summary(selection.id().value(), Labels.of(owned.status()), selection.round(), contact.name(),
                    contact.email(), contact.phone(), contact.note(), owned.summary().chosen(), owned.summary().comments(),
                    selection.createdAt(), selection.updatedAt(), selection.submittedAt());
        }

        @Override
        public String toString() {
            return "Summary[" + id + "]";
        }
    }

    @Serdeable.Serializable
    @Schema(name = "OwnedSelection")
    record View(
            UUID id, String status, int round, @Nullable String name, @Nullable String email, @Nullable String phone,
            @Nullable String note, int count, int comments, List<SelectionBodies.Item> items, Instant createdAt, Instant updatedAt,
            @Nullable Instant submittedAt) {

        static View of(ViewClientSelection.Shown shown) {
            Summary one = Summary.of(shown.selection());
            return new View(one.id, one.status, one.round, one.name, one.email, one.phone, one.note, one.count, one.comments,
                    shown.items().stream().map(SelectionBodies.Item::of).toList(), one.createdAt, one.updatedAt, one.submittedAt);
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /** @param clients how many have chosen it */
    @Serdeable.Serializable
    @Schema(name = "SelectionOverlap")
    record Overlap(UUID imageId, int clients, List<Choice> chosenBy) {

        static Overlap of(ViewOverlap.Overlap overlap) {
            return new Overlap(overlap.image().value(), overlap.by().size(), overlap.by().stream().map(Choice::of).toList());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "SelectionChoice")
    record Choice(
            UUID selectionId, @Nullable String name, @Nullable String comment, SelectionBodies.@Nullable Marked mark,
            Instant chosenAt) {

        static Choice of(SelectionViews.Choice choice) {
            return new Choice(choice.selection().value(), choice.name(), choice.comment(),
                    SelectionBodies.Marked.of(choice.mark()), choice.chosenAt());
        }
    }

    /**
     * @param selections how many there are
     * @param byStatus how many of them are so far
     * @param chosen pictures, each counted as often as it was chosen
     */
    @Serdeable.Serializable
    @Schema(name = "SelectionTotals")
    record Totals(
            UUID shareId, @Nullable String title, int selections, Map<String, Integer> byStatus, int chosen, int comments,
            List<Summary> clients) {

        static Totals of(SummariseSelections.Summary summary) {
            List<Summary> clients = summary.selections().stream().map(Summary::of).toList();
            Map<String, Integer> byStatus = new TreeMap<>();
            clients.forEach(client -> byStatus.merge(client.status, 1, Integer::sum));
            return new Totals(summary.config().shareId().value(), summary.config().title(), clients.size(), byStatus,
                    clients.stream().mapToInt(Summary::count).sum(), clients.stream().mapToInt(Summary::comments).sum(), clients);
        }
    }

    /** @param changed how many selections */
    @Serdeable.Serializable
    @Schema(name = "SelectionsMoved")
    record Moved(int changed) {}
}
