package dev.albumen.application.integrity;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks in memory. */
public final class InMemoryStorageChecks implements StorageChecks {

    private final List<StorageCheck> checks = new ArrayList<>();
    private final Map<UUID, List<StorageDefect>> found = new HashMap<>();

    @Override
    public synchronized Optional<StorageCheck> latest() {
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.getLast());
    }

    @Override
    public synchronized boolean begin(StorageCheck check) {
        return checks.stream().allMatch(StorageCheck::finished) && checks.add(check);
    }

    @Override
    public synchronized boolean save(StorageCheck check, List<StorageDefect> more) {
        if (!latest().filter(last -> last.id().equals(check.id()) && last.version() == check.version() - 1).isPresent()) {
            return false;
        }
        checks.set(checks.size() - 1, check);
        found.computeIfAbsent(check.id(), id -> new ArrayList<>()).addAll(more);
        return true;
    }

    @Override
    public synchronized Page<StorageDefect> defects(UUID check, PageRequest page) {
        List<StorageDefect> rows = found.getOrDefault(check, List.of()).stream()
                .sorted(Comparator.comparing(defect -> defect.image().value()))
                .filter(defect -> page.after().isEmpty()
                        || defect.image().value().compareTo(UUID.fromString(page.after().get().values().getLast())) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page.limit(), defect -> new Keyset(List.of(defect.image().toString())));
    }
}
