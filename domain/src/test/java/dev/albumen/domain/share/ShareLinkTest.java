package dev.albumen.domain.share;

import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.share.ShareLink.Patch;
import dev.albumen.domain.shared.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShareLinkTest {

    private static final Instant NOW = ShareLinkBuilder.NOON.plusSeconds(60);

    @Nested
    class Creating {

        @Test
        void beginsActiveWithTheFirstPassword() {
            ShareLink link = created(" For Bob ", null);

            assertThat(link.active()).isTrue();
            assertThat(link.label()).isEqualTo("For Bob");
            assertThat(link.passwordVersion()).isOne();
            assertThat(link.version()).isOne();
        }

        @Test
        void refusesToBeOverAlready() {
            assertThat(codeOf(() -> created(null, NOW))).isEqualTo("past");
            assertThat(created(null, NOW.plusNanos(1)).expired(NOW)).isFalse();
        }

        @Test
        void refusesATooLongLabel() {
            assertThat(codeOf(() -> created("x".repeat(128), null))).isEqualTo("too-long");
        }

        private static ShareLink created(@Nullable String label, @Nullable Instant expiresAt) {
            ShareLink made = aShareLink().build();
            return ShareLink.created(made.id(), made.ownerId(), made.resource(), made.tokenHash(), made.sealedToken(),
                    new ShareTerms(label, null, null, expiresAt, null, null, Download.NONE, false, false, false, false), null, NOW);
        }
    }

    @Nested
    class Changing {

        @Test
        void keepsWhatThePatchLeavesOutEvenAPastExpiry() {
            ShareLink link = aShareLink().labelled("x").expiringAt(NOW.minusSeconds(1)).withPassword("hash").build();

            assertThat(link.changed(changes().build(), NOW)).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(link);
        }

        @Test
        void countsEveryChangeOfThePassword() {
            ShareLink link = aShareLink().withPassword("one").build();

            assertThat(link.changed(password(Change.to("two")), NOW).passwordVersion()).isEqualTo(2);
            assertThat(link.changed(password(Change.to("one")), NOW).passwordVersion()).isEqualTo(2);
            assertThat(link.changed(password(Change.clear()), NOW).passwordVersion()).isEqualTo(2);
            assertThat(link.changed(password(Change.clear()), NOW).hasPassword()).isFalse();
        }

        @Test
        void takesTheLeastWhereSomethingIsCleared() {
            ShareLink link = aShareLink().labelled("x").called("the-sea").startingAt(NOW).expiringAt(NOW.plusSeconds(9)).viewed(1)
                    .downloaded(1).allowing(Download.ORIGINAL).takingUploads().takingComments().showingMetadata().watermarked().build();

            ShareLink changed = link.changed(changes().label(Change.clear()).slug(Change.clear()).times(Change.clear(), Change.clear())
                    .limits(Change.clear(), Change.clear()).download(Change.clear()).rights(Change.clear())
                    .looks(Change.clear(), Change.clear()).active(Change.clear()).build(), NOW);

            assertThat(changed.terms()).isEqualTo(ShareTerms.PLAIN);
            assertThat(changed.active()).isFalse();
        }

        @Test
        void refusesAnExpiryInThePast() {
            Patch past = changes().times(Change.keep(), Change.to(NOW)).build();

            assertThat(codeOf(() -> aShareLink().build().changed(past, NOW))).isEqualTo("past");
        }

        private static Patch password(Change<String> change) {
            return changes().password(change).build();
        }
    }

    @Test
    void isInOneStateAtATime() {
        assertThat(state(aShareLink(), 0)).isEqualTo(ShareState.ACTIVE);
        assertThat(state(aShareLink().viewed(2), 1)).isEqualTo(ShareState.ACTIVE);
        assertThat(state(aShareLink().viewed(2), 2)).isEqualTo(ShareState.USED_UP);
        assertThat(state(aShareLink().startingAt(NOW.plusNanos(1000)), 0)).isEqualTo(ShareState.SCHEDULED);
        assertThat(state(aShareLink().viewed(2).expiringAt(NOW), 2)).isEqualTo(ShareState.EXPIRED);
        assertThat(state(aShareLink().expiringAt(NOW).turnedOff(), 0)).isEqualTo(ShareState.INACTIVE);
    }

    private static ShareState state(ShareLinkBuilder link, long views) {
        return ShareState.of(link.build(), new ShareUsage(views, 0), NOW);
    }

    @Test
    void startsAtTheMoment() {
        ShareLink link = aShareLink().startingAt(NOW).build();

        assertThat(link.started(NOW.minusNanos(1))).isFalse();
        assertThat(link.started(NOW)).isTrue();
        assertThat(aShareLink().build().started(Instant.MIN)).isTrue();
    }

    @Test
    void expiresAtTheMoment() {
        ShareLink link = aShareLink().expiringAt(NOW).build();

        assertThat(link.expired(NOW.minusNanos(1))).isFalse();
        assertThat(link.expired(NOW)).isTrue();
        assertThat(aShareLink().build().expired(Instant.MAX)).isFalse();
    }

    @Test
    void printsNoSecret() {
        ShareLink link = aShareLink().withPassword("the-hash").build();

        assertThat(link + " " + link.sealedToken() + password("the-hash")).doesNotContain("the-hash", "token of", link.tokenHash().hex());
    }

    @Test
    void givesNobodyItsTokenToChange() {
        byte[] bytes = {1, 2};
        ShareLink.SealedToken token = new ShareLink.SealedToken(bytes);
        bytes[0] = 9;
        token.cipher()[1] = 9;

        assertThat(token).isEqualTo(new ShareLink.SealedToken(new byte[] {1, 2}));
        assertThat(token.cipher()).containsExactly(1, 2);
    }

    private static String password(String hash) {
        return changes().password(Change.to(hash)).build().toString();
    }
}
