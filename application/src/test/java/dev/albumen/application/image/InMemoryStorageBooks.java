package dev.albumen.application.image;

import dev.albumen.application.user.InMemoryStorageQuota;
import dev.albumen.application.user.InMemoryUsers;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Usage;
import dev.albumen.domain.user.User;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares counts and things in memory. */
public final class InMemoryStorageBooks implements StorageBooks {

    private final InMemoryUsers users;
    private final InMemoryImages images;
    private final InMemoryStorageQuota quota;

    public InMemoryStorageBooks(InMemoryUsers users, InMemoryImages images, InMemoryStorageQuota quota) {
        this.users = users;
        this.images = images;
        this.quota = quota;
    }

    @Override
    public List<UserId> wrong() {
        return users.all().map(User::id).filter(user -> difference(user).isPresent())
                .sorted(Comparator.comparing(UserId::toString)).toList();
    }

    @Override
    public Optional<Correction> correct(UserId user) {
        Optional<Correction> difference = difference(user);
        difference.ifPresent(wrong -> quota.miscount(user,
                wrong.found().used() - wrong.counted().used(), wrong.found().reserved() - wrong.counted().reserved()));
        return difference;
    }

    private Optional<Correction> difference(UserId user) {
        return quota.usage(user)
                .map(usage -> new Correction(counted(usage), found(user)))
                .filter(both -> !both.counted().equals(both.found()));
    }

    private static Bytes counted(Usage usage) {
        return new Bytes(usage.usedBytes(), usage.reservedBytes());
    }

    private Bytes found(UserId user) {
        long used = images.all().stream().filter(image -> image.ownerId().equals(user)).mapToLong(Image::byteSize).sum();
        return new Bytes(used, quota.reserved(user));
    }
}
