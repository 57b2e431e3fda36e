package dev.albumen.application.selection;

import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.shared.Viewer;

/** Changes who a client says they are. */
public final class ChangeSelection {

    private final SelectionDoor door;
    private final OpenSelections open;
    private final Selections selections;
    private final SelectionItems items;

    public ChangeSelection(SelectionDoor door, OpenSelections open, Selections selections, SelectionItems items) {
        this.door = door;
        this.open = open;
        this.selections = selections;
        this.items = items;
    }

    public record Command(ClientKnock knock, Contact.Patch contact) {}

    public ClientSelection handle(Viewer viewer, Command command) {
        SelectionDoor.Client client = door.client(command.knock());
        return open.change(client, held -> {
            Contact contact = SelectionDoor.known(client.guest(), held.selection().contact().changed(command.contact()))
                    .require(held.config());
            Selection saved = selections.save(held.selection().of(contact, held.now()));
            return ClientSelection.of(saved, held.config(), items.all(saved.id()), held.now());
        });
    }
}
