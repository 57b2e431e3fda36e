package dev.albumen.application.selection;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a picture into a client's selection, or says something else about one that is there. */
public final class ChooseImage {

    private final SelectionDoor door;
    private final OpenSelections open;
    private final Selections selections;
    private final SelectionItems items;

    public ChooseImage(SelectionDoor door, OpenSelections open, Selections selections, SelectionItems items) {
        this.door = door;
        this.open = open;
        this.selections = selections;
        this.items = items;
    }

    /** @param comment {@code null} for none */
    public record Command(ClientKnock knock, ImageId image, @Nullable String comment, Mark mark) {}

    public SelectionItem handle(Viewer viewer, Command command) {
        return open.change(door.client(command.knock(), command.image()), held -> {
            SelectionItem.requireCommentable(held.config(), command.comment());
            Optional<SelectionItem> chosen = items.find(held.selection().id(), command.image());
            if (chosen.isEmpty()) {
                held.selection().requireRoom(held.config(), items.count(held.selection().id()));
            }
            SelectionItem item = chosen
                    .map(before -> before.said(command.comment(), command.mark(), held.now()))
                    .orElseGet(() -> SelectionItem.chosen(command.image(), command.comment(), command.mark(), held.now()));
            items.put(held.selection().id(), item);
            selections.save(held.selection().touched(held.now()));
            return item;
        });
    }
}
