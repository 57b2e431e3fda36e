package dev.albumen.application.user;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps accounts in memory. */
public final class InMemoryUsers implements Users {

    private static final Comparator<User> NEWEST_FIRST =
            Comparator.comparing((User user) -> user.id().toString()).reversed();

    private final Map<UserId, Credentials> kept = new ConcurrentHashMap<>();

    @Override
    public synchronized void add(User user, PasswordHash hash) {
        if (named(user.username()).isPresent()) {
            throw new Refusal.Conflict("username-taken", "This username is taken.").thrown();
        }
        requireFreeEmail(user);
        kept.put(user.id(), new Credentials(user, hash));
    }

    @Override
    public Optional<User> find(UserId id) {
        return credentials(id).map(Credentials::user);
    }

    @Override
    public Optional<User> lock(UserId id) {
        return find(id);
    }

    @Override
    public Optional<User> named(Username username) {
        return all().filter(user -> user.username().equals(username)).findFirst();
    }

    @Override
    public Optional<Credentials> credentials(String login) {
        return kept.values().stream()
                .filter(one -> one.user().username().value().equals(login) || one.user().email().value().equals(login))
                .findFirst();
    }

    @Override
    public Optional<Credentials> credentials(UserId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Credentials> lockCredentials(UserId id) {
        return credentials(id);
    }

    @Override
    public synchronized User save(User user) {
        Credentials stored = kept.get(user.id());
        if (stored == null || stored.user().version() != user.version()) {
            throw new LostRaceException();
        }
        requireFreeEmail(user);
        User next = new User(user.id(), user.username(), user.email(), user.displayName(), user.role(), user.quotaBytes(),
                user.disabled(), user.deletionDueAt(), user.passwordChangedAt(), user.createdAt(), user.updatedAt(), user.version() + 1);
        kept.put(user.id(), new Credentials(next, stored.hash()));
        return next;
    }

    @Override
    public void setHash(UserId id, PasswordHash hash) {
        kept.computeIfPresent(id, (same, stored) -> new Credentials(stored.user(), hash));
    }

    @Override
    public Page<User> list(String words, PageRequest page) {
        String part = words.toLowerCase(Locale.ROOT);
        List<User> rows = all()
                .filter(user -> Stream.of(user.username().value(), user.email().value(), user.displayName())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part)))
                .sorted(NEWEST_FIRST)
                .filter(user -> page.after().map(place -> user.id().toString().compareTo(place.values().getLast()) < 0).orElse(true))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page.limit(), user -> new Keyset(List.of(user.id().toString())));
    }

    @Override
    public int lockActive(Role role) {
        return (int) all().filter(user -> user.role() == role && user.active()).count();
    }

    @Override
    public boolean any() {
        return !kept.isEmpty();
    }

    @Override
    public List<User> deletionDue(Instant now, int limit) {
        return all().filter(user -> user.deletionDueAt() != null && !user.deletionDueAt().isAfter(now)).limit(limit).toList();
    }

    @Override
    public void delete(UserId id) {
        kept.remove(id);
    }

    public Stream<User> all() {
        return kept.values().stream().map(Credentials::user);
    }

    private void requireFreeEmail(User user) {
        if (all().anyMatch(other -> other.email().equals(user.email()) && !other.id().equals(user.id()))) {
            throw new Refusal.Conflict("email-taken", "This e-mail address is taken.").thrown();
        }
    }
}
