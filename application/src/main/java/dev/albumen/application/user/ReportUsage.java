package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells the viewer how much they store. */
public final class ReportUsage {

    private final StorageQuota quota;
    private final List<ThingsCounted> counters;
    private final Transactions transactions;

    public ReportUsage(StorageQuota quota, List<ThingsCounted> counters, Transactions transactions) {
        this.quota = quota;
        this.counters = List.copyOf(counters);
        this.transactions = transactions;
    }

    /** @param counts how many things of each kind, by plural noun */
    public record Report(Usage usage, SortedMap<String, Long> counts) {}

    public Report handle(Viewer viewer) {
        UserId id = viewer.member().userId();
        return transactions.read(() -> {
            SortedMap<String, Long> counts = new TreeMap<>();
            counters.forEach(counter -> counts.put(counter.name(), counter.of(id)));
            return new Report(quota.usage(id).orElseThrow(Refusal::notFound), counts);
        });
    }
}
