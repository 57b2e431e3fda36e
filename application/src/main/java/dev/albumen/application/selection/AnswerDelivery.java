package dev.albumen.application.selection;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.shared.Viewer;

/** Says for a client that what was delivered is what they wanted, or that they choose on. */
public final class AnswerDelivery {

    private final SelectionDoor door;
    private final OpenSelections open;
    private final Selections selections;
    private final SelectionItems items;
    private final AuditTrail audit;

    public AnswerDelivery(
            SelectionDoor door, OpenSelections open, Selections selections, SelectionItems items, AuditTrail audit) {
        this.door = door;
        this.open = open;
        this.selections = selections;
        this.items = items;
        this.audit = audit;
    }

    public enum Answer { ACCEPT, GO_ON }

    public record Command(ClientKnock knock, Answer answer) {}

    public ClientSelection handle(Viewer viewer, Command command) {
        SelectionDoor.Client client = door.client(command.knock());
        return open.held(client, held -> {
            Selection before = held.selection();
            Selection after = switch (command.answer()) {
                case ACCEPT -> before.accepted(held.now());
                case GO_ON -> before.goneOn(held.config(), held.now());
            };
            Selection saved = after == before ? before : selections.save(after);
            if (saved != before) {
                String act = command.answer() == Answer.ACCEPT ? "selection.accept" : "selection.go-on";
                audit.append(AuditEntry.by(client.guest().holder(), act, saved.id(), held.now())
                        .with("share", saved.shareId()).with("round", saved.round()));
            }
            return ClientSelection.of(saved, held.config(), items.all(saved.id()), held.now());
        });
    }
}
