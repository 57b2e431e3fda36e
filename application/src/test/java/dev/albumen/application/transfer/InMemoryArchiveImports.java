package dev.albumen.application.transfer;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps imports in memory. */
final class InMemoryArchiveImports implements ArchiveImports {

    private final InMemoryTable<UUID, ArchiveImport> imports;
    private final InMemoryTable<Source, AlbumId> albums;
    private final InMemoryTable<Integer, Left> leftOut;

    private record Source(UUID archive, String name) {}

    private record Left(UUID archive, int number, LeftEntry entry) {}

    InMemoryArchiveImports(InMemoryTransactions transactions) {
        this.imports = transactions.table();
        this.albums = transactions.table();
        this.leftOut = transactions.table();
    }

    @Override
    public void add(ArchiveImport begun) {
        imports.put(begun.id(), begun);
    }

    @Override
    public Optional<ArchiveImport> find(UUID id) {
        return imports.find(id);
    }

    @Override
    public boolean save(ArchiveImport now, List<LeftEntry> left) {
        boolean isNext = find(now.id()).filter(before -> before.version() == now.version() - 1).isPresent();
        if (isNext) {
            imports.put(now.id(), now);
            left.forEach(entry -> {
                int number = leftOut.all().size();
                leftOut.put(number, new Left(now.id(), number, entry));
            });
        }
        return isNext;
    }

    @Override
    public Page<ArchiveImport> list(UserId owner, PageRequest page) {
        List<ArchiveImport> newest = all(one -> one.ownerId().equals(owner)).stream()
                .sorted(Comparator.comparing(ArchiveImport::id).reversed()).toList();
        return InMemoryPages.cut(newest, page, one -> one.id().toString());
    }

    @Override
    public int going(UserId owner) {
        return all(one -> one.ownerId().equals(owner) && !one.finished()).size();
    }

    @Override
    public Page<LeftEntry> leftOut(UUID id, PageRequest page) {
        List<Left> of = leftOut.all().values().stream().filter(left -> left.archive().equals(id)).toList();
        return InMemoryPages.cut(of, page, left -> Integer.toString(left.number())).map(Left::entry);
    }

    @Override
    public Optional<AlbumId> album(UUID id, String source) {
        return albums.find(new Source(id, source));
    }

    @Override
    public void keepAlbum(UUID id, String source, AlbumId album) {
        albums.put(new Source(id, source), album);
    }

    @Override
    public boolean isTaken(UUID id, AlbumId album) {
        return albums.all().entrySet().stream().anyMatch(kept -> kept.getKey().archive().equals(id) && kept.getValue().equals(album));
    }

    @Override
    public boolean remove(UUID id) {
        albums.removeIf((source, album) -> source.archive().equals(id));
        return imports.remove(id);
    }

    @Override
    public List<UUID> expired(Instant time, int limit) {
        return until(time, limit, one -> !one.finished(), ArchiveImport::expiresAt);
    }

    @Override
    public List<UUID> finished(Instant time, int limit) {
        return until(time, limit, ArchiveImport::finished, ArchiveImport::finishedAt);
    }

    @Override
    public Set<UUID> going(Collection<UUID> ids) {
        return all(one -> ids.contains(one.id()) && !one.finished()).stream().map(ArchiveImport::id).collect(Collectors.toSet());
    }

    private List<UUID> until(Instant time, int limit, Predicate<ArchiveImport> wanted, Function<ArchiveImport, Instant> moment) {
        return all(wanted.and(one -> !moment.apply(one).isAfter(time))).stream()
                .sorted(Comparator.comparing(moment)).limit(limit).map(ArchiveImport::id).toList();
    }

    private List<ArchiveImport> all(Predicate<ArchiveImport> wanted) {
        return imports.all().values().stream().filter(wanted).toList();
    }
}
