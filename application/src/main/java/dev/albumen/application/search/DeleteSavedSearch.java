package dev.albumen.application.search;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Forgets one of the viewer's saved searches. */
public final class DeleteSavedSearch {

    private final Transactions transactions;
    private final SavedSearches searches;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteSavedSearch(Transactions transactions, SavedSearches searches, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.searches = searches;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(SavedSearchId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        transactions.writing(() -> {
            SavedSearch search = searches.find(owner, command.id()).orElseThrow(Refusal::notFound);
            Stale.unless(command.expected(), search.version());
            searches.delete(owner, search.id());
            audit.append(AuditEntry.by(viewer, "search.delete", search.id(), clock.instant()));
        });
    }
}
