package dev.albumen.domain.share;

import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.share.ShareAccess.Facts;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.shared.Viewer.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShareAccessTest {

    private static final Instant NOW = ShareLinkBuilder.NOON.plusSeconds(60);

    private record Case(
            boolean active, boolean ownerActive, boolean shown, boolean started, boolean expired, boolean password,
            @Nullable Integer unlocked) {

        Facts facts() {
            ShareLinkBuilder link = aShareLink().expiringAt(expired ? NOW : NOW.plusSeconds(2))
                    .startingAt(started ? NOW.minusSeconds(1) : NOW.plusSeconds(1));
            link = active ? link : link.turnedOff();
            return new Facts((password ? link.withPassword("hash") : link).build(), shown, ownerActive, ShareUsage.NONE);
        }
    }

    static List<Case> everyState() {
        List<Boolean> both = List.of(true, false);
        List<Case> cases = new ArrayList<>();
        for (boolean active : both) {
            for (boolean owner : both) {
                for (boolean shown : both) {
                    cases.addAll(states(active, owner, shown, true, true));
                    cases.addAll(states(active, owner, shown, true, false));
                    cases.addAll(states(active, owner, shown, false, false));
                }
            }
        }
        return cases;
    }

    private static List<Case> states(boolean active, boolean owner, boolean shown, boolean started, boolean expired) {
        return List.of(new Case(active, owner, shown, started, expired, false, null),
                new Case(active, owner, shown, started, expired, true, null),
                new Case(active, owner, shown, started, expired, true, 0),
                new Case(active, owner, shown, started, expired, true, 1));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void opensAndRefusesInTheOrderThatTellsLeast(Case state) {
        ThrowingCallable opening = () -> ShareAccess.open(state.facts(), state.unlocked(), NOW);

        if (!state.active() || !state.ownerActive() || !state.shown() || !state.started()) {
            assertThat(refusalOf(opening)).isInstanceOf(Refusal.NotFound.class);
        } else if (state.expired()) {
            assertThat(refusalOf(opening)).isInstanceOf(Refusal.Gone.class);
        } else if (state.password() && !Integer.valueOf(1).equals(state.unlocked())) {
            assertThat(codeOf(opening)).isEqualTo("share-password-required");
        } else {
            ShareAccess.open(state.facts(), state.unlocked(), NOW);
        }
    }

    @ParameterizedTest
    @EnumSource(Download.class)
    void grantsWhatTheLinkAllows(Download most) {
        Set<Grant> expected = switch (most) {
            case NONE -> Set.of(Grant.VIEW);
            case PREVIEW -> Set.of(Grant.VIEW, Grant.DOWNLOAD_PREVIEW);
            case ORIGINAL -> Set.of(Grant.VIEW, Grant.DOWNLOAD_PREVIEW, Grant.DOWNLOAD_ORIGINAL);
        };
        ShareLink link = aShareLink().allowing(most).build();

        Viewer.LinkHolder holder = ShareAccess.open(new Facts(link, true, true, ShareUsage.NONE), null, NOW);

        assertThat(holder.grants()).isEqualTo(expected);
        assertThat(holder.shareId()).isEqualTo(link.id());
        for (Grant grant : Grant.values()) {
            if (expected.contains(grant)) {
                ShareAccess.require(holder, grant);
            } else {
                assertThat(codeOf(() -> ShareAccess.require(holder, grant))).isEqualTo("share-not-granted");
            }
        }
    }

    @Test
    void letsInAsManyAsTheLinkAllowsAndWhoIsWithin() {
        ShareLink link = aShareLink().viewed(2).build();
        Facts free = new Facts(link, true, true, new ShareUsage(1, 9));
        Facts usedUp = new Facts(link, true, true, new ShareUsage(2, 0));

        assertThat(codeOf(() -> ShareAccess.open(free, null, NOW))).isEqualTo("share-visit-required");
        assertThat(ShareAccess.admit(free, null, NOW)).isEqualTo(ShareAccess.open(free, 1, NOW));
        assertThat(codeOf(() -> ShareAccess.admit(usedUp, null, NOW))).isEqualTo("share-used-up");
        assertThat(codeOf(() -> ShareAccess.open(usedUp, 0, NOW))).isEqualTo("share-used-up");
        assertThat(ShareAccess.admit(usedUp, 1, NOW)).isEqualTo(ShareAccess.open(usedUp, 1, NOW));
    }

    @Test
    void showsMetadataOnlyWhereTheLinkSaysSo() {
        ShareLink link = aShareLink().showingMetadata().build();

        assertThat(ShareAccess.open(new Facts(link, true, true, ShareUsage.NONE), null, NOW).grants()).containsOnly(Grant.VIEW, Grant.SEE_METADATA);
    }

    @Test
    void takesUploadsAndCommentsOnlyWhereTheOwnerLetsThem() {
        ShareLink uploads = aShareLink().takingUploads().build();
        ShareLink comments = aShareLink().takingComments().build();

        assertThat(ShareAccess.open(new Facts(uploads, true, true, ShareUsage.NONE), null, NOW).grants()).containsOnly(Grant.VIEW, Grant.UPLOAD);
        assertThat(ShareAccess.open(new Facts(comments, true, true, ShareUsage.NONE), null, NOW).grants()).containsOnly(Grant.VIEW, Grant.COMMENT);
    }

    static List<Viewer> everybodyButTheOwner() {
        return List.of(Viewer.ANONYMOUS, Viewer.WORKER, BOB, MODERATOR, LINK_HOLDER);
    }

    @ParameterizedTest
    @MethodSource("everybodyButTheOwner")
    void hidesALinkFromAllButItsOwnerAndAdmins(Viewer viewer) {
        assertThat(refusalOf(() -> ShareAccess.requireManaging(viewer, aShareLink().ownedBy(ADA).build())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void givesALinkToItsOwnerAndAdmins() {
        ShareAccess.requireManaging(ADA, aShareLink().ownedBy(ADA).build());
        ShareAccess.requireManaging(ROOT, aShareLink().ownedBy(ADA).build());
    }
}
