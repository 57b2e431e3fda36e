package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recipients of links. They go with their link. */
public interface Recipients {

    /**
     * Adds one, in a transaction that waits for others who add to the same link.
     *
     * @throws RefusedException {@code Conflict recipient-name-taken} where another one of the link is called so, whatever the
     *     case of its letters, {@code Conflict recipients-full} where the link has {@value Recipient#MOST} already, and
     *     {@code NotFound} where the link is gone
     */
    void add(Recipient recipient);

    Optional<Counted> find(RecipientId id);

    /** A page of a link's recipients, oldest first. */
    Page<Counted> list(ShareId share, PageRequest page);

    /** How many each of the links has; those without are left out. */
    Map<ShareId, Integer> numbers(Set<ShareId> shares);

    /**
     * Keeps a changed one.
     *
     * @param recipient as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     * @throws RefusedException {@code Conflict recipient-name-taken}
     */
    Recipient save(Recipient recipient);

    /** One that is gone is no error. */
    void delete(RecipientId id);

    /** Counts a view; false, and nothing is counted, where their limit is reached or they are gone. In a transaction. */
    boolean countView(RecipientId id, Instant now);

    /** The same of a download. */
    boolean countDownload(RecipientId id, Instant now);

    /** What was counted on some days, both among them; those on which there was nothing are left out. */
    List<Day> days(RecipientId id, LocalDate first, LocalDate last);

    /** What was counted on a day (UTC), by the time that the counting was given. */
    record Day(LocalDate date, long views, long downloads) {}

    /**
     * A recipient, and how often they used the link.
     *
     * @param seenAt when last; {@code null} for never
     */
    record Counted(Recipient recipient, ShareUsage used, @Nullable Instant seenAt) {}

    /** For a name that another recipient of the link has. */
    static RefusedException nameTaken() {
        return new Refusal.Conflict("recipient-name-taken", "Another recipient of this link is called so.").thrown();
    }

    /** For one more than a link has. */
    static RefusedException full() {
        return new Refusal.Conflict("recipients-full", "A link has no more than " + Recipient.MOST + " recipients.").thrown();
    }
}
