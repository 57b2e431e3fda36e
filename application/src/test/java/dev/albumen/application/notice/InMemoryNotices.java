package dev.albumen.application.notice;

import dev.albumen.application.share.InMemoryRecipients;
import dev.albumen.application.share.InMemoryShareLinks;
import dev.albumen.application.share.Recipients;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps notices in memory. What changes make notices, a test tells with {@link #tell}. */
public final class InMemoryNotices implements Notices {

    private final InMemoryTransactions transactions;
    private final InMemoryShareLinks links;
    private final InMemoryRecipients recipients;
    private final Function<ShareLink, User> owner;
    private final BiPredicate<User, NoticeKind> wanted;
    private final InMemoryTable<UUID, Row> rows;
    private final InMemoryTable<ShareId, Instant> toldEnds;
    private final AtomicLong made = new AtomicLong();

    private record Row(
            UUID id, ShareId share, @Nullable RecipientId recipient, @Nullable NoticeKind kind, @Nullable String who, Instant madeAt,
            int tries, Instant dueAt, Instant forgetAt) {

        Row tried(int times, Instant due, Instant forget) {
            return new Row(id, share, recipient, kind, who, madeAt, times, due, forget);
        }
    }

    /** @param wanted what owners want to be told of */
    public InMemoryNotices(
            InMemoryTransactions transactions, InMemoryShareLinks links, InMemoryRecipients recipients, Function<ShareLink, User> owner,
            BiPredicate<User, NoticeKind> wanted) {
        this.transactions = transactions;
        this.links = links;
        this.recipients = recipients;
        this.owner = owner;
        this.wanted = wanted;
        this.rows = transactions.table();
        this.toldEnds = transactions.table();
        links.whenDeleted(gone -> rows.removeIf((id, row) -> row.share().equals(gone)));
    }

    /** Something that a link's owner is to be told. */
    public void tell(ShareId share, NoticeKind kind, @Nullable String who, Instant now) {
        add(share, null, kind, who, now);
    }

    private void add(ShareId share, @Nullable RecipientId recipient, @Nullable NoticeKind kind, @Nullable String who, Instant now) {
        UUID id = new UUID(0x40, made.incrementAndGet());
        rows.put(id, new Row(id, share, recipient, kind, who, now, 0, now, now.plus(KEPT)));
    }

    @Override
    public void invite(RecipientId recipient, Instant now) {
        transactions.requireWriting();
        recipients.find(recipient).map(Recipients.Counted::recipient)
                .ifPresent(one -> add(one.shareId(), recipient, null, one.name(), now));
    }

    @Override
    public int addExpiring(Instant now, Instant before) {
        List<ShareLink> ending = links.all().stream().filter(ShareLink::active).filter(link -> link.expiresAt() != null
                && link.expiresAt().isAfter(now) && !link.expiresAt().isAfter(before)
                && !link.expiresAt().equals(toldEnds.find(link.id()).orElse(null))).toList();
        ending.forEach(link -> {
            toldEnds.put(link.id(), Objects.requireNonNull(link.expiresAt()));
            add(link.id(), null, NoticeKind.EXPIRING, null, now);
        });
        return ending.size();
    }

    @Override
    public Optional<Notice> take(Instant now) {
        transactions.requireWriting();
        return all().filter(row -> !row.dueAt().isAfter(now))
                .filter(row -> row.recipient() == null || recipients.find(row.recipient()).isPresent()).findFirst()
                .map(row -> {
                    Row taken = row.tried(row.tries() + 1, now.plus(FIRST_PAUSE.multipliedBy(1L << (2 * row.tries()))), row.forgetAt());
                    rows.put(row.id(), taken);
                    return shown(taken);
                });
    }

    private Notice shown(Row row) {
        ShareLink link = links.find(row.share()).orElseThrow();
        User user = owner.apply(link);
        Recipient recipient = row.recipient() == null ? null : recipients.find(row.recipient()).orElseThrow().recipient();
        if (row.kind() == null) {
            ShareLink held = link.heldBy(Objects.requireNonNull(recipient));
            String email = recipient.terms().email();
            return new Notice(row.id(), null, email == null ? "" : email, user.displayName(),
                    user.active() && held.active() && email != null, link.label(), recipient, row.who(), 1, held.expiresAt(),
                    row.madeAt(), row.tries());
        }
        return new Notice(row.id(), row.kind(), user.email().value(), user.displayName(), user.active() && wanted.test(user, row.kind()),
                link.label(), recipient, row.who(), 1, link.expiresAt(), row.madeAt(), row.tries());
    }

    @Override
    public void done(UUID id) {
        rows.remove(id);
    }

    @Override
    public void layAside(UUID id, Instant now) {
        rows.find(id).ifPresent(row -> rows.put(id, row.tried(Math.max(row.tries(), 1), Instant.MAX, now.plus(KEPT_ASIDE))));
    }

    @Override
    public void resume(UUID id, Instant now) {
        rows.find(id).filter(row -> row.dueAt().equals(Instant.MAX)).ifPresent(row -> rows.put(id, row.tried(1, now, now.plus(KEPT))));
    }

    @Override
    public int forget(Instant now) {
        List<Row> doomed = all().filter(row -> !row.forgetAt().isAfter(now)).toList();
        doomed.forEach(row -> rows.remove(row.id()));
        return doomed.size();
    }

    private Stream<Row> all() {
        return rows.all().values().stream().sorted(Comparator.comparing(Row::dueAt).thenComparing(row -> row.id().toString()));
    }
}
