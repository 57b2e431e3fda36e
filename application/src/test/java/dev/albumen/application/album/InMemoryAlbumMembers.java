package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.user.Users;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps memberships in memory, of users that a store of accounts knows. */
public final class InMemoryAlbumMembers implements AlbumMembers {

    private record Key(AlbumId album, UserId user) {}

    private record Since(AlbumRole role, Instant time) {}

    private final InMemoryTable<Key, Since> members;
    private final InMemoryAlbums albums;
    private final InMemoryAlbumGroups groups;
    private final Users users;

    public InMemoryAlbumMembers(InMemoryTransactions transactions, InMemoryAlbums albums, InMemoryAlbumGroups groups, Users users) {
        this.members = transactions.table();
        this.albums = albums;
        this.groups = groups;
        this.users = users;
        albums.whenDeleted(gone -> members.removeIf((key, since) -> key.album().equals(gone)));
    }

    @Override
    public Optional<AlbumRole> role(AlbumId album, UserId user) {
        return list(album).stream().filter(member -> member.userId().equals(user)).map(Membership::role).findFirst();
    }

    @Override
    public boolean put(AlbumId album, UserId user, AlbumRole role, Instant now) {
        if (users.find(user).isEmpty()) {
            return false;
        }
        Key key = new Key(album, user);
        members.put(key, new Since(role, members.find(key).map(Since::time).orElse(now)));
        return true;
    }

    @Override
    public boolean remove(AlbumId album, UserId user) {
        return members.remove(new Key(album, user));
    }

    @Override
    public List<Membership> list(AlbumId album) {
        Map<UserId, Membership> strongest = new HashMap<>();
        for (Optional<Album> at = albums.find(album); at.isPresent(); at = Optional.ofNullable(at.get().parentId()).flatMap(albums::find)) {
            AlbumId holder = at.get().id();
            Stream<Membership> alone = members.all().entrySet().stream().filter(row -> row.getKey().album().equals(holder))
                    .map(row -> membership(users.find(row.getKey().user()).orElseThrow(), row.getValue(), !holder.equals(album)));
            Stream.concat(alone, groups.members(holder, !holder.equals(album))).forEach(member ->
                    strongest.merge(member.userId(), member, (near, far) -> far.role().compareTo(near.role()) > 0 ? far : near));
        }
        return strongest.values().stream()
                .sorted(Comparator.comparing(Membership::username))
                .limit(1000)
                .toList();
    }

    private static Membership membership(User user, Since since, boolean inherited) {
        return new Membership(user.id(), user.username().value(), user.displayName(), since.role(), since.time(), inherited, false);
    }
}
