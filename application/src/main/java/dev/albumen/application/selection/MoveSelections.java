package dev.albumen.application.selection;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Closes, reopens or delivers one selection of a link, or all of those that this can be said of. */
public final class MoveSelections {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final Selections selections;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MoveSelections(
            Transactions transactions, ManagedLinks links, Selections selections, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.selections = selections;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Move { CLOSE, REOPEN, DELIVER }

    /** @param selection empty for all: what is accepted stays so, and only what is submitted is delivered */
    public record Command(ShareId share, Optional<SelectionId> selection, Move move) {}

    /** Returns how many have changed. */
    public int handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            links.require(viewer, command.share());
            Instant now = clock.instant();
            List<Selection> moved = meant(command).stream()
                    .filter(before -> command.selection().isPresent() || concerns(command.move(), before))
                    .flatMap(before -> changed(command.move(), before, now).stream())
                    .toList();
            selections.save(moved);
            for (Selection one : moved) {
                audit.append(AuditEntry.by(viewer, "selection." + command.move().name().toLowerCase(Locale.ROOT), one.id(), now)
                        .with("share", one.shareId()).with("round", one.round()));
            }
            return moved.size();
        });
    }

    private List<Selection> meant(Command command) {
        return command.selection()
                .map(id -> List.of(selections.lock(id).filter(found -> found.shareId().equals(command.share()))
                        .orElseThrow(Refusal::notFound)))
                .orElseGet(() -> selections.lockAll(command.share()));
    }

    /** Whether all selections of a link include this one. */
    private static boolean concerns(Move move, Selection selection) {
        return switch (move) {
            case CLOSE, REOPEN -> selection.status() != Selection.Status.ACCEPTED;
            case DELIVER -> selection.status() == Selection.Status.SUBMITTED;
        };
    }

    private static Optional<Selection> changed(Move move, Selection before, Instant now) {
        Selection after = switch (move) {
            case CLOSE -> before.closed(now);
            case REOPEN -> before.reopened(now);
            case DELIVER -> before.delivered(now);
        };
        return after == before ? Optional.empty() : Optional.of(after);
    }
}
