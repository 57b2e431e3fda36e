package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.user.InMemoryGroupMembers;
import dev.albumen.application.user.InMemoryGroups;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps albums' groups in memory. */
public final class InMemoryAlbumGroups implements AlbumGroups {

    private record Key(AlbumId album, GroupId group) {}

    private record Since(AlbumRole role, Instant time) {}

    private final InMemoryTable<Key, Since> belonging;
    private final InMemoryAlbums albums;
    private final InMemoryGroups groups;
    private final InMemoryGroupMembers members;

    public InMemoryAlbumGroups(
            InMemoryTransactions transactions, InMemoryAlbums albums, InMemoryGroups groups, InMemoryGroupMembers members) {
        this.belonging = transactions.table();
        this.albums = albums;
        this.groups = groups;
        this.members = members;
        albums.whenDeleted(gone -> belonging.removeIf((key, since) -> key.album().equals(gone)));
        groups.whenDeleted(gone -> belonging.removeIf((key, since) -> key.group().equals(gone)));
    }

    @Override
    public boolean put(AlbumId album, GroupId group, AlbumRole role, Instant now) {
        if (groups.find(group).isEmpty()) {
            return false;
        }
        Key key = new Key(album, group);
        belonging.put(key, new Since(role, belonging.find(key).map(Since::time).orElse(now)));
        return true;
    }

    @Override
    public boolean remove(AlbumId album, GroupId group) {
        return belonging.remove(new Key(album, group));
    }

    @Override
    public void clear(AlbumId album) {
        belonging.removeIf((key, since) -> key.album().equals(album));
    }

    @Override
    public List<Belonging> list(AlbumId album) {
        Map<GroupId, Belonging> strongest = new HashMap<>();
        for (Optional<Album> at = albums.find(album); at.isPresent(); at = Optional.ofNullable(at.get().parentId()).flatMap(albums::find)) {
            AlbumId holder = at.get().id();
            belonging.all().entrySet().stream().filter(row -> row.getKey().album().equals(holder))
                    .map(row -> new Belonging(row.getKey().group(), groups.find(row.getKey().group()).orElseThrow().name(),
                            row.getValue().role(), row.getValue().time(), !holder.equals(album)))
                    .forEach(one -> strongest.merge(one.groupId(), one, (near, far) -> far.role().compareTo(near.role()) > 0 ? far : near));
        }
        return strongest.values().stream()
                .sorted(Comparator.comparing(Belonging::name).thenComparing(one -> one.groupId().toString())).limit(1000).toList();
    }

    /** Whom the groups of this very album make its members. */
    Stream<AlbumMembers.Membership> members(AlbumId album, boolean inherited) {
        return belonging.all().entrySet().stream().filter(row -> row.getKey().album().equals(album))
                .flatMap(row -> members.all(row.getKey().group()).stream().map(member -> new AlbumMembers.Membership(
                        member.userId(), member.username(), member.displayName(), row.getValue().role(),
                        later(row.getValue().time(), member.since()), inherited, true)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
