package dev.albumen.application.selection;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Changes what a client says about a picture that they have chosen. */
public final class ChangeChoice {

    private final SelectionDoor door;
    private final OpenSelections open;
    private final Selections selections;
    private final SelectionItems items;

    public ChangeChoice(SelectionDoor door, OpenSelections open, Selections selections, SelectionItems items) {
        this.door = door;
        this.open = open;
        this.selections = selections;
        this.items = items;
    }

    public record Command(
            ClientKnock knock, ImageId image, Change<String> comment, Change<Integer> stars, Change<Mark.Color> color) {}

    public SelectionItem handle(Viewer viewer, Command command) {
        return open.change(door.client(command.knock(), command.image()), held -> {
            SelectionItem before = items.find(held.selection().id(), command.image()).orElseThrow(Refusal::notFound);
            if (command.comment() instanceof Change.To<String>(String said)) {
                SelectionItem.requireCommentable(held.config(), said);
            }
            Mark mark = new Mark(command.stars().orKeep(before.mark().stars(), null),
                    command.color().orKeep(before.mark().color(), null));
            SelectionItem item = before.said(command.comment().orKeep(before.comment(), null), mark, held.now());
            items.put(held.selection().id(), item);
            selections.save(held.selection().touched(held.now()));
            return item;
        });
    }
}
