package dev.albumen.rest.selection;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.application.selection.ClientSelection;
import dev.albumen.application.selection.StartSelection;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.shared.Change;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Selections as their clients see them. */
final class SelectionBodies {

    private SelectionBodies() {}

    @Introspected
    @Schema(name = "NewSelection", example = "{\"name\": \"Ada\", \"email\": \"ada@example.org\"}")
    record Start(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String note) {

        static final Start NOTHING = new Start(null, null, null, null);

        @Override
        public String toString() {
            return "Start[…]";
        }
    }

    @Introspected
    @Schema(name = "SelectionPatch", example = "{\"phone\": \"+44 20 7946 0000\"}")
    record Patch(Change<String> name, Change<String> email, Change<String> phone, Change<String> note) {

        Contact.Patch contact() {
            return new Contact.Patch(name, email, phone, note);
        }

        @Override
        public String toString() {
            return "Patch[…]";
        }
    }

    /** @param note takes the place of the one before */
    @Introspected
    @Schema(name = "SelectionSubmission", example = "{\"note\": \"In black and white, please.\"}")
    record Submit(@Nullable String note) {
        @Override
        public String toString() {
            return "Submit[…]";
        }
    }

    /**
     * @param stars 1 to 5
     * @param color as programs for photographers label pictures
     */
    @Introspected
    @Serdeable.Serializable
    @Schema(name = "SelectionMark", example = "{\"stars\": 4, \"color\": \"green\"}")
    record MarkBody(@Nullable Integer stars, Mark.@Nullable Color color) {

        static Mark read(@Nullable MarkBody body) {
            return body == null ? Mark.NONE : new Mark(body.stars, body.color);
        }
    }

    @Introspected
    @Schema(name = "SelectionMarkPatch", example = "{\"stars\": 5}")
    record MarkPatch(Change<Integer> stars, Change<Mark.Color> color) {}

    @Introspected
    @Schema(name = "NewSelectionItem", example = "{\"comment\": \"For the wall\", \"mark\": {\"stars\": 5, \"color\": \"green\"}}")
    record Choose(@Nullable String comment, @Nullable MarkBody mark) {

        static final Choose NOTHING = new Choose(null, null);
    }

    @Introspected
    @Schema(name = "SelectionItemPatch", example = "{\"comment\": null}")
    record ItemPatch(
            Change<String> comment,
            @Schema(implementation = MarkPatch.class, nullable = true, requiredMode = NOT_REQUIRED) Change<MarkPatch> mark) {

        Change<Integer> stars() {
            return switch (mark) {
                case Change.Keep<MarkPatch> keep -> Change.keep();
                case Change.Clear<MarkPatch> clear -> Change.clear();
                case Change.To<MarkPatch>(MarkPatch change) -> change.stars();
            };
        }

        Change<Mark.Color> color() {
            return switch (mark) {
                case Change.Keep<MarkPatch> keep -> Change.keep();
                case Change.Clear<MarkPatch> clear -> Change.clear();
                case Change.To<MarkPatch>(MarkPatch change) -> change.color();
            };
        }
    }

    /** @param mark {@code null} where there is none */
    @Serdeable.Serializable
    @Schema(name = "SelectionItem")
    record Item(UUID imageId, @Nullable String comment, @Nullable Marked mark, Instant chosenAt, Instant updatedAt) {

        static Item of(SelectionItem item) {
            return new Item(item.imageId().value(), item.comment(), Marked.of(item.mark()), item.chosenAt(), item.updatedAt());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "SelectionMarkView")
    record Marked(@Nullable Integer stars, @Nullable String color) {

        static @Nullable Marked of(Mark mark) {
            return mark.equals(Mark.NONE) ? null : new Marked(mark.stars(), mark.color() == null ? null : Labels.of(mark.color()));
        }
    }

    /**
     * @param token resumes the selection; told once, when it begins
     * @param status open, submitted, delivered, accepted or closed
     * @param round counts from 1
     * @param limit how many pictures can be chosen; {@code null} for any number
     * @param deadline when the time for choosing is over; {@code null} for never
     */
    @Serdeable.Serializable
    @Schema(name = "ClientSelection")
    record View(
            UUID id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token, String status, int round,
            @Nullable String title, @Nullable Integer limit, boolean allowComments, @Nullable Instant deadline, @Nullable String name,
            @Nullable String email, @Nullable String phone, @Nullable String note, int count, List<Item> items, Instant createdAt,
            Instant updatedAt, @Nullable Instant submittedAt) {

        static View of(StartSelection.Started started) {
            return of(started.selection(), started.token());
        }

        static View of(ClientSelection shown) {
            return of(shown, null);
        }

        private static View of(ClientSelection shown, @Nullable String token) {
            Selection selection = shown.selection();
            Contact contact = selection.contact();
            return new View(selection.id().value(), token, Labels.of(shown.status()), selection.round(), shown.config().title(),
                    shown.config().limit(), shown.config().allowComments(), shown.config().deadline(), contact.name(), contact.email(),
                    contact.phone(), contact.note(), shown.items().size(), shown.items().stream().map(Item::of).toList(),
                    selection.createdAt(), selection.updatedAt(), selection.submittedAt());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }
}
