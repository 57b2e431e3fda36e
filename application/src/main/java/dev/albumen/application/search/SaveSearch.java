package dev.albumen.application.search;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps a search among the viewer's own images, to be made again. */
public final class SaveSearch {

    private final Transactions transactions;
    private final SavedSearches searches;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public SaveSearch(Transactions transactions, SavedSearches searches, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.searches = searches;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(SavedSearch.Draft draft) {}

    /** Refuses one that cannot be read. */
    public SavedSearch handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        Instant now = clock.instant();
        SavedSearch search = SavedSearch.drafted(new SavedSearchId(ids.next()), owner, command.draft(), now);
        SearchReading.read(search);
        return transactions.write(() -> {
            searches.add(search);
            audit.append(AuditEntry.by(viewer, "search.save", search.id(), now));
            return search;
        });
    }
}
