package dev.albumen.application.share;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps recipients in memory. */
public final class InMemoryRecipients implements Recipients {

    private final InMemoryTransactions transactions;
    private final InMemoryShareLinks links;
    private final InMemoryTable<RecipientId, Counted> rows;
    private final InMemoryTable<RecipientId, List<Day>> days;

    public InMemoryRecipients(InMemoryTransactions transactions, InMemoryShareLinks links) {
        this.transactions = transactions;
        this.links = links;
        this.rows = transactions.table();
        this.days = transactions.table();
        links.whenDeleted(gone -> rows.removeIf((id, one) -> one.recipient().shareId().equals(gone)));
    }

    public List<Counted> all() {
        return List.copyOf(rows.all().values());
    }

    @Override
    public void add(Recipient recipient) {
        transactions.requireWriting();
        links.find(recipient.shareId()).orElseThrow(Refusal::notFound);
        if (of(recipient.shareId()).size() >= Recipient.MOST) {
            throw Recipients.full();
        }
        requireOwnName(recipient);
        rows.put(recipient.id(), new Counted(recipient, ShareUsage.NONE, null));
    }

    @Override
    public Optional<Counted> find(RecipientId id) {
        return rows.find(id);
    }

    @Override
    public Page<Counted> list(ShareId share, PageRequest page) {
        return InMemoryPages.cut(of(share), page, one -> one.recipient().id().toString());
    }

    @Override
    public Map<ShareId, Integer> numbers(Set<ShareId> shares) {
        return all().stream().map(one -> one.recipient().shareId()).filter(shares::contains)
                .collect(Collectors.toMap(share -> share, share -> 1, Integer::sum));
    }

    @Override
    public Recipient save(Recipient one) {
        Counted before = find(one.id()).filter(stored -> stored.recipient().version() == one.version()).orElseThrow(LostRaceException::new);
        requireOwnName(one);
        Recipient next = new Recipient(one.id(), one.shareId(), one.tokenHash(), one.sealedToken(), one.terms(), one.active(),
                one.createdAt(), one.updatedAt(), one.version() + 1);
        rows.put(one.id(), new Counted(next, before.used(), before.seenAt()));
        return next;
    }

    @Override
    public void delete(RecipientId id) {
        rows.remove(id);
    }

    @Override
    public boolean countView(RecipientId id, Instant now) {
        return counted(id, now, 1, 0);
    }

    @Override
    public boolean countDownload(RecipientId id, Instant now) {
        return counted(id, now, 0, 1);
    }

    private boolean counted(RecipientId id, Instant now, int views, int downloads) {
        return transactions.write(() -> {
            Optional<Counted> left = find(id).filter(one -> one.recipient().active()
                    && (views == 0 || isLeft(one.recipient().terms().maxViews(), one.used().views()))
                    && (downloads == 0 || isLeft(one.recipient().terms().maxDownloads(), one.used().downloads())));
            left.ifPresent(one -> days.put(id, added(days.find(id).orElse(List.of()),
                    new Day(LocalDate.ofInstant(now, ZoneOffset.UTC), views, downloads))));
            left.ifPresent(one -> rows.put(id, new Counted(one.recipient(),
                    new ShareUsage(one.used().views() + views, one.used().downloads() + downloads), now)));
            return left.isPresent();
        });
    }

    private static List<Day> added(List<Day> before, Day more) {
        Map<LocalDate, Day> days = Stream.concat(before.stream(), Stream.of(more)).collect(Collectors.toMap(Day::date, day -> day,
                (one, other) -> new Day(one.date(), one.views() + other.views(), one.downloads() + other.downloads()), TreeMap::new));
        return List.copyOf(days.values());
    }

    @Override
    public List<Day> days(RecipientId id, LocalDate first, LocalDate last) {
        return rows.find(id).isEmpty() ? List.of() : days.find(id).orElse(List.of()).stream()
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last)).toList();
    }

    private static boolean isLeft(@Nullable Integer most, long used) {
        return most == null || used < most;
    }

    private List<Counted> of(ShareId share) {
        return all().stream().filter(one -> one.recipient().shareId().equals(share))
                .sorted(Comparator.comparing((Counted one) -> one.recipient().id().toString())).toList();
    }

    private void requireOwnName(Recipient recipient) {
        if (of(recipient.shareId()).stream().map(Counted::recipient).anyMatch(
                other -> !other.id().equals(recipient.id()) && other.name().equalsIgnoreCase(recipient.name()))) {
            throw Recipients.nameTaken();
        }
    }
}
