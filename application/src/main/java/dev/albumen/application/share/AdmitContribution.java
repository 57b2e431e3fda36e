package dev.albumen.application.share;

import dev.albumen.application.shared.Throttle;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;

/** Says whether a visitor may send an image now, before a byte of it is read. */
public final class AdmitContribution {

    /** Images from one address through one link. */
    static final Throttle.Limit BY_VISITOR = new Throttle.Limit("contribute-by-visitor", 60, Duration.ofMinutes(10));
    /** Images of everybody together through one link. */
    static final Throttle.Limit BY_LINK = new Throttle.Limit("contribute-by-link", 300, Duration.ofMinutes(10));

    private final ContributionTarget target;
    private final Throttle throttle;

    public AdmitContribution(ContributionTarget target, Throttle throttle) {
        this.target = target;
        this.throttle = throttle;
    }

    public record Command(Knock knock, ShareTraffic.Guest guest) {}

    public void handle(Viewer viewer, Command command) {
        ShareLink link = target.require(viewer, command.knock()).link();
        throttle.admit(BY_VISITOR, link.id() + " " + command.guest().address());
        throttle.admit(BY_LINK, link.id().toString());
    }
}
