package dev.albumen.application.share;

import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Gathers what those see of a link's recipients who manage the link. */
public final class OwnedRecipients {

    private final ShareLinks links;
    private final Recipients recipients;
    private final ShareCounts counts;
    private final OwnedShares shares;
    private final InstantSource clock;

    public OwnedRecipients(ShareLinks links, Recipients recipients, ShareCounts counts, OwnedShares shares, InstantSource clock) {
        this.links = links;
        this.recipients = recipients;
        this.counts = counts;
        this.shares = shares;
        this.clock = clock;
    }

    /** The link, if the viewer manages it; otherwise it does not exist. */
    ShareLink link(Viewer viewer, ShareId id) {
        ShareLink link = links.find(id).orElseThrow(Refusal::notFound);
        ShareAccess.requireManaging(viewer, link);
        return link;
    }

    /** One of the link's recipients. */
    Recipients.Counted require(ShareLink link, RecipientId id) {
        return recipients.find(id).filter(one -> one.recipient().shareId().equals(link.id())).orElseThrow(Refusal::notFound);
    }

    OwnedRecipient of(Viewer viewer, ShareLink link, Recipients.Counted counted) {
        return of(viewer, link, counts.of(link.id()), counted);
    }

    OwnedRecipient of(Viewer viewer, ShareLink link, ShareUsage used, Recipients.Counted counted) {
        Recipient one = counted.recipient();
        String token = ShareAccess.owns(viewer, link) ? shares.unsealed(one.sealedToken()) : null;
        return new OwnedRecipient(counted, state(link.heldBy(one), used, counted), token);
    }

    private ShareState state(ShareLink held, ShareUsage used, Recipients.Counted counted) {
        Instant now = clock.instant();
        Integer most = counted.recipient().terms().maxViews();
        ShareState state = ShareState.of(held, used, now);
        return state == ShareState.ACTIVE && most != null && counted.used().views() >= most ? ShareState.USED_UP : state;
    }
}
