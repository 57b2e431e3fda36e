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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes one of the viewer's saved searches. */
public final class ChangeSavedSearch {

    private final Transactions transactions;
    private final SavedSearches searches;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeSavedSearch(Transactions transactions, SavedSearches searches, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.searches = searches;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(SavedSearchId id, SavedSearch.Patch patch, Optional<Long> expected) {}

    public SavedSearch handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            SavedSearch search = searches.find(owner, command.id()).orElseThrow(Refusal::notFound);
            Stale.unless(command.expected(), search.version());
            Instant now = clock.instant();
            SavedSearch changed = search.changed(command.patch(), now);
            SearchReading.read(changed);
            audit.append(AuditEntry.by(viewer, "search.change", search.id(), now));
            return searches.save(changed);
        });
    }
}
