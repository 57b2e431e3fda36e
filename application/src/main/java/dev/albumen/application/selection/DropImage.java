package dev.albumen.application.selection;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;

/** Takes a picture out of a client's selection. One that is not in it is no error. */
public final class DropImage {

    private final SelectionDoor door;
    private final OpenSelections open;
    private final Selections selections;
    private final SelectionItems items;

    public DropImage(SelectionDoor door, OpenSelections open, Selections selections, SelectionItems items) {
        this.door = door;
        this.open = open;
        this.selections = selections;
        this.items = items;
    }

    public record Command(ClientKnock knock, ImageId image) {}

    public void handle(Viewer viewer, Command command) {
        open.change(door.client(command.knock(), command.image()), held ->
                items.remove(held.selection().id(), command.image())
                        ? selections.save(held.selection().touched(held.now())) : held.selection());
    }
}
