package dev.albumen.application.selection;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.share.ShareVisits;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets clients in: through a link that is open and lets them choose, to the selection that their token resumes. */
public final class SelectionDoor {

    private final Transactions transactions;
    private final ShareViews shares;
    private final SelectionConfigs configs;
    private final Selections selections;
    private final ShareVisits visits;
    private final InstantSource clock;

    public SelectionDoor(
            Transactions transactions, ShareViews shares, SelectionConfigs configs, Selections selections,
            ShareVisits visits, InstantSource clock) {
        this.transactions = transactions;
        this.shares = shares;
        this.configs = configs;
        this.selections = selections;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Somebody who was let in.
     *
     * @param proven which version of the link's password they know
     */
    record Guest(ShareLink link, Viewer.LinkHolder holder, SelectionConfig config, int proven) {}

    /** What somebody says of themselves; a recipient of the link is who they are. */
    static Contact known(Guest guest, Contact said) {
        Recipient recipient = guest.link().recipient();
        return recipient == null ? said : said.ofRecipient(recipient.name(), recipient.terms().email());
    }

    /** A guest who is a client. */
    record Client(Guest guest, Selection selection) {}

    /** A guest, with the selection that they resume; {@code null} where they bring the token of none. */
    record Visitor(Guest guest, @Nullable Selection own) {}

    /** Whoever comes through the link, with their selection where they have begun one. */
    Visitor visitor(ClientKnock knock) {
        return visitor(open(knock), knock);
    }

    /** Anybody who comes through the link. */
    Guest guest(ClientKnock knock) {
        return guest(open(knock), knock, Optional.empty());
    }

    /** The client whose token it is. */
    Client client(ClientKnock knock) {
        return client(open(knock), knock);
    }

    /** The same, who means that image; refused as missing where the link does not show it. */
    Client client(ClientKnock knock, ImageId image) {
        ShareViews.OpenedDelivery opened =
                shares.openDelivery(knock.share().key(), image).orElseThrow(Refusal::notFound);
        Client client = client(opened.facts(), knock);
        if (opened.delivery() == null) {
            throw Refusal.notFound();
        }
        return client;
    }

    private ShareAccess.Facts open(ClientKnock knock) {
        return shares.open(knock.share().key()).orElseThrow(Refusal::notFound).facts();
    }

    private Client client(ShareAccess.Facts facts, ClientKnock knock) {
        Visitor visitor = visitor(facts, knock);
        if (visitor.own() == null) {
            throw new Refusal.Unauthenticated("selection-token-required", "Start a selection, or bring the token of one.").thrown();
        }
        return new Client(visitor.guest(), visitor.own());
    }

    private Visitor visitor(ShareAccess.Facts facts, ClientKnock knock) {
        Instant now = clock.instant();
        Optional<Selection> own = Optional.ofNullable(knock.resume())
                .flatMap(token -> selections.find(Sha256.of(token)))
                .filter(found -> found.shareId().equals(facts.link().id()) && found.resumable(now));
        Guest guest = guest(facts, knock, own);
        own.filter(selection -> selection.wantsNoting(now, guest.proven())).ifPresent(selection ->
                transactions.writing(() -> selections.lock(selection.id())
                        .ifPresent(locked -> selections.save(locked.used(now, guest.proven())))));
        return new Visitor(guest, own.orElse(null));
    }

    /** Whoever resumes a selection knew the link's password when they started it, or have shown since that they do. */
    private Guest guest(ShareAccess.Facts facts, ClientKnock knock, Optional<Selection> own) {
        ShareLink link = facts.link();
        Optional<Integer> proven = Optional.ofNullable(visits.proven(link, knock.share().visit()))
                .or(() -> own.map(Selection::passwordVersion));
        Viewer.LinkHolder opened = ShareAccess.open(facts, proven.orElse(null), clock.instant());
        SelectionConfig config = configs.of(link.id());
        Viewer.LinkHolder holder = ShareAccess.selecting(opened, link, config);
        ShareAccess.require(holder, Viewer.Grant.SELECT);
        return new Guest(link, holder, config, proven.orElse(link.passwordVersion()));
    }
}
