package dev.albumen.application.search;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps saved searches in memory. */
public final class InMemorySavedSearches implements SavedSearches {

    private final InMemoryTable<SavedSearchId, SavedSearch> searches;

    public InMemorySavedSearches(InMemoryTransactions transactions) {
        this.searches = transactions.table();
    }

    @Override
    public void add(SavedSearch search) {
        if (of(search.ownerId()).size() >= SavedSearch.MAX_PER_USER) {
            throw new Refusal.Conflict("too-many-searches", "You have too many.").thrown();
        }
        searches.put(search.id(), search);
    }

    private List<SavedSearch> of(UserId owner) {
        return searches.all().values().stream().filter(search -> search.ownerId().equals(owner))
                .sorted(Comparator.<SavedSearch, String>comparing(search -> search.id().toString()).reversed()).toList();
    }

    @Override
    public Optional<SavedSearch> find(UserId owner, SavedSearchId id) {
        return searches.find(id).filter(search -> search.ownerId().equals(owner));
    }

    @Override
    public Page<SavedSearch> list(UserId owner, PageRequest page) {
        return InMemoryPages.cut(of(owner), page, search -> search.id().toString());
    }

    @Override
    public SavedSearch save(SavedSearch search) {
        if (searches.find(search.id()).filter(current -> current.version() == search.version()).isEmpty()) {
            throw new LostRaceException();
        }
        SavedSearch saved = new SavedSearch(search.id(), search.ownerId(), search.name(), search.text(), search.sort(),
                search.createdAt(), search.updatedAt(), search.version() + 1);
        searches.put(saved.id(), saved);
        return saved;
    }

    @Override
    public void delete(UserId owner, SavedSearchId id) {
        searches.removeIf((key, search) -> key.equals(id) && search.ownerId().equals(owner));
    }
}
