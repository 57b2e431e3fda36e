package dev.albumen.application.selection;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a client's selection. */
public final class StartSelection {

    /** Selections of everybody together at one link. */
    static final Throttle.Limit BY_LINK = new Throttle.Limit("selection-by-link", 200, Duration.ofHours(1));
    /** Selections from one address at one link. */
    static final Throttle.Limit BY_VISITOR = new Throttle.Limit("selection-by-visitor", 20, Duration.ofMinutes(10));
    /** Tells a resume token from other bearers. */
    private static final String PREFIX = "sel_";

    private final SelectionDoor door;
    private final Transactions transactions;
    private final Selections selections;
    private final Throttle throttle;
    private final Tokens tokens;
    private final Ids ids;
    private final AuditTrail audit;
    private final InstantSource clock;

    public StartSelection(
            SelectionDoor door, Transactions transactions, Selections selections, Throttle throttle, Tokens tokens, Ids ids,
            AuditTrail audit, InstantSource clock) {
        this.door = door;
        this.transactions = transactions;
        this.selections = selections;
        this.throttle = throttle;
        this.tokens = tokens;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param address the client's, for throttling */
    public record Command(
            ClientKnock knock, @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String note,
            String address) {
        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    /** @param token resumes the selection; it is told once */
    public record Started(ClientSelection selection, String token) {
        @Override
        public String toString() {
            return "Started[" + selection.selection() + "]";
        }
    }

    public Started handle(Viewer viewer, Command command) {
        SelectionDoor.Guest guest = door.guest(command.knock());
        Contact contact = SelectionDoor.known(guest, Contact.of(command.name(), command.email(), command.phone(), command.note()))
                .require(guest.config());
        Instant now = clock.instant();
        if (guest.config().over(now)) {
            throw new Refusal.Conflict("selection-closed", "The time for choosing is over.").thrown();
        }
        throttle.admit(BY_VISITOR, guest.link().id() + " " + command.address());
        throttle.admit(BY_LINK, guest.link().id().toString());
        String token = PREFIX + tokens.next();
        Selection started = Selection.started(
                new SelectionId(ids.next()), guest.link().id(), Sha256.of(token), guest.proven(), contact, now);
        transactions.writing(() -> {
            selections.add(started);
            audit.append(AuditEntry.by(guest.holder(), "selection.start", started.id(), now).with("share", guest.link().id()));
        });
        return new Started(ClientSelection.of(started, guest.config(), List.of(), now), token);
    }
}
