package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.user.Users;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps memberships in memory, of users that a store of accounts knows. */
public final class InMemoryAlbumMembers implements AlbumMembers {

    private record Key(AlbumId album, UserId user) {}

    private record Since(AlbumRole role, Instant time) {}

    private final InMemoryTable<Key, Since> members;
    private final Users users;

    public InMemoryAlbumMembers(InMemoryTransactions transactions, InMemoryAlbums albums, Users users) {
        this.members = transactions.table();
        this.users = users;
        albums.whenDeleted(gone -> members.removeIf((key, since) -> key.album().equals(gone)));
    }

    @Override
    public Optional<AlbumRole> role(AlbumId album, UserId user) {
        return members.find(new Key(album, user)).map(Since::role);
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
        return members.all().entrySet().stream()
                .filter(row -> row.getKey().album().equals(album))
                .map(row -> membership(users.find(row.getKey().user()).orElseThrow(), row.getValue()))
                .sorted(Comparator.comparing(Membership::username))
                .limit(1000)
                .toList();
    }

    private static Membership membership(User user, Since since) {
        return new Membership(user.id(), user.username().value(), user.displayName(), since.role(), since.time());
    }
}
