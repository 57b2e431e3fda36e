package dev.albumen.application.selection;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Hands a client's selection to the link's owner, who is told of it. */
public final class SubmitSelection {

    private final SelectionDoor door;
    private final OpenSelections open;
    private final Selections selections;
    private final SelectionItems items;
    private final AuditTrail audit;

    public SubmitSelection(
            SelectionDoor door, OpenSelections open, Selections selections, SelectionItems items, AuditTrail audit) {
        this.door = door;
        this.open = open;
        this.selections = selections;
        this.items = items;
        this.audit = audit;
    }

    /** @param note takes the place of the one before; {@code null} keeps it */
    public record Command(ClientKnock knock, @Nullable String note) {
        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public ClientSelection handle(Viewer viewer, Command command) {
        SelectionDoor.Client client = door.client(command.knock());
        return open.change(client, held -> {
            Contact known = held.selection().contact();
            Contact contact = (command.note() == null ? known : known.noted(command.note())).require(held.config());
            Selection saved = selections.save(held.selection().submitted(contact, held.now()));
            audit.append(AuditEntry.by(client.guest().holder(), "selection.submit", saved.id(), held.now())
                    .with("share", saved.shareId()).with("round", saved.round()));
            return ClientSelection.of(saved, held.config(), items.all(saved.id()), held.now());
        });
    }
}
