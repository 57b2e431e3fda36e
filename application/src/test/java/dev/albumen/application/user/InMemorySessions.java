package dev.albumen.application.user;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Keeps sessions in memory, of accounts that a store of accounts knows. */
public final class InMemorySessions implements Sessions {

    private static final Comparator<Session> NEWEST_FIRST =
            Comparator.comparing((Session session) -> session.id().toString()).reversed();

    private final Users users;
    private final Map<SessionId, Session> sessions = new ConcurrentHashMap<>();
    private final Map<Sha256, Token> tokens = new ConcurrentHashMap<>();

    public InMemorySessions(Users users) {
        this.users = users;
    }

    private record Token(SessionId session, boolean spent) {}

    @Override
    public Optional<Viewer.Member> member(SessionId id, Instant now) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.expiresAt().isAfter(now))
                .flatMap(session -> users.find(session.userId()))
                .filter(User::active)
                .map(user -> new Viewer.Member(user.id(), user.role(), id));
    }

    @Override
    public void add(Session session, Sha256 token) {
        sessions.put(session.id(), session);
        tokens.put(token, new Token(session.id(), false));
    }

    @Override
    public Optional<Redeemed> redeem(Sha256 token, Instant now) {
        return Optional.ofNullable(tokens.get(token))
                .filter(known -> member(known.session(), now).isPresent())
                .map(known -> new Redeemed(sessions.get(known.session()), known.spent()));
    }

    @Override
    public void renew(Session renewed, Sha256 spent, Sha256 next) {
        sessions.put(renewed.id(), renewed);
        tokens.put(spent, new Token(renewed.id(), true));
        tokens.put(next, new Token(renewed.id(), false));
    }

    @Override
    public Page<Session> of(UserId user, Instant now, PageRequest page) {
        List<Session> rows = sessions.values().stream()
                .filter(session -> session.userId().equals(user) && session.expiresAt().isAfter(now))
                .sorted(NEWEST_FIRST)
                .filter(session -> page.after().map(place -> session.id().toString().compareTo(place.values().getLast()) < 0).orElse(true))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page.limit(), session -> new Keyset(List.of(session.id().toString())));
    }

    @Override
    public boolean end(UserId user, SessionId id) {
        return remove(session -> session.userId().equals(user) && session.id().equals(id)) > 0;
    }

    @Override
    public void endAll(UserId user) {
        remove(session -> session.userId().equals(user));
    }

    @Override
    public void endOthers(UserId user, SessionId kept) {
        remove(session -> session.userId().equals(user) && !session.id().equals(kept));
    }

    @Override
    public int purge(Instant now) {
        return remove(session -> !session.expiresAt().isAfter(now));
    }

    private int remove(Predicate<Session> over) {
        List<SessionId> gone = sessions.values().stream().filter(over).map(Session::id).toList();
        gone.forEach(sessions::remove);
        tokens.values().removeIf(token -> gone.contains(token.session()));
        return gone.size();
    }
}
