package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what those see of links who manage them. */
public final class OwnedShares {

    private static final String PURPOSE = "share-token";

    private final ShareCounts counts;
    private final SelectionConfigs configs;
    private final Recipients recipients;
    private final Secrets secrets;
    private final InstantSource clock;

    public OwnedShares(
            ShareCounts counts, SelectionConfigs configs, Recipients recipients, Secrets secrets, InstantSource clock) {
        this.counts = counts;
        this.configs = configs;
        this.recipients = recipients;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Encrypts a new link's token. */
    ShareLink.SealedToken seal(String token) {
        return new ShareLink.SealedToken(secrets.encrypt(PURPOSE, token.getBytes(StandardCharsets.UTF_8)));
    }

    OwnedShare of(Viewer viewer, ShareLink link) {
        return of(viewer, link, counts.of(link.id()), configs.of(link.id()),
                recipients.numbers(Set.of(link.id())).getOrDefault(link.id(), 0));
    }

    /** A link that nobody knows yet. */
    OwnedShare made(Viewer viewer, ShareLink link) {
        return of(viewer, link, ShareUsage.NONE, SelectionConfig.none(link.id()), 0);
    }

    Page<OwnedShare> of(Viewer viewer, Page<ShareViews.Counted> links) {
        Set<ShareId> ids = links.items().stream().map(counted -> counted.link().id()).collect(Collectors.toSet());
        Map<ShareId, SelectionConfig> said = configs.of(ids);
        Map<ShareId, Integer> numbers = recipients.numbers(ids);
        return links.map(counted -> {
            ShareId id = counted.link().id();
            return of(viewer, counted.link(), counted.used(), said.getOrDefault(id, SelectionConfig.none(id)),
                    numbers.getOrDefault(id, 0));
        });
    }

    private OwnedShare of(Viewer viewer, ShareLink link, ShareUsage used, SelectionConfig selection, int recipients) {
        Instant now = clock.instant();
        return new OwnedShare(link, used, ShareState.of(link, used, now), selection, recipients,
                ShareAccess.owns(viewer, link) ? unsealed(link.sealedToken()) : null);
    }

    /** The token in clear, for the link's owner. */
    public String unsealed(ShareLink.SealedToken token) {
        return new String(secrets.decrypt(PURPOSE, token.cipher()), StandardCharsets.UTF_8);
    }
}
