package dev.albumen.domain.share;

import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.NOON;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.share.ShareAccess.Facts;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer.Grant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    private static final Instant NOW = NOON.plusSeconds(60);

    @Nested
    class HoldingALink {

        @ParameterizedTest
        @EnumSource(Download.class)
        void mayDownloadWhatBothAllow(Download ofLink) {
            for (Download own : Download.values()) {
                Download both = ofLink.compareTo(own) < 0 ? ofLink : own;
                assertThat(aShareLink().allowing(ofLink).build().heldBy(aRecipient().allowing(own).build()).allowDownload()).isEqualTo(both);
            }
            assertThat(aShareLink().allowing(ofLink).build().heldBy(aRecipient().build()).allowDownload()).isEqualTo(ofLink);
        }

        @Test
        void hasNoMoreRightsThanTheLink() {
            ShareLink generous = aShareLink().takingUploads().takingComments().build();
            ShareLink strict = aShareLink().build();
            SelectionConfig choosing = SelectionConfig.none(generous.id()).changed(new SelectionConfig.Patch(Change.to(true), Change.keep(),
                    Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()), NOW);

            assertThat(grants(generous.heldBy(aRecipient().build()), choosing)).contains(Grant.UPLOAD, Grant.COMMENT, Grant.SELECT);
            assertThat(grants(generous.heldBy(aRecipient().rights(true).build()), choosing)).contains(Grant.UPLOAD, Grant.COMMENT, Grant.SELECT);
            assertThat(grants(generous.heldBy(aRecipient().rights(false).build()), choosing)).containsOnly(Grant.VIEW);
            assertThat(grants(strict.heldBy(aRecipient().rights(true).build()), SelectionConfig.none(strict.id()))).containsOnly(Grant.VIEW);
        }

        private static Set<Grant> grants(ShareLink held, SelectionConfig choosing) {
            return ShareAccess.selecting(ShareAccess.open(facts(held, 0), null, NOW), held, choosing).grants();
        }

        @Test
        void seesMarksUnlessOriginalsAreTheirs() {
            assertThat(aShareLink().build().heldBy(aRecipient().build()).watermark()).isTrue();
            assertThat(aShareLink().allowing(Download.ORIGINAL).build().heldBy(aRecipient().build()).watermark()).isFalse();
            assertThat(aShareLink().allowing(Download.ORIGINAL).build().heldBy(aRecipient().watermarked(true).build()).watermark()).isTrue();
            assertThat(aShareLink().build().heldBy(aRecipient().watermarked(false).build()).watermark()).isFalse();
            assertThat(aShareLink().watermarked().build().heldBy(aRecipient().watermarked(false).build()).watermark()).isTrue();
        }

        @Test
        void isOverWhenEitherIs() {
            for (Instant ofLink : Arrays.asList(null, NOW, NOW.plusSeconds(5))) {
                for (Instant own : Arrays.asList(null, NOW, NOW.plusSeconds(5))) {
                    ShareLinkBuilder link = ofLink == null ? aShareLink() : aShareLink().expiringAt(ofLink);
                    RecipientBuilder recipient = own == null ? aRecipient() : aRecipient().expiringAt(own);
                    assertThat(link.build().heldBy(recipient.build()).expired(NOW)).isEqualTo(NOW.equals(ofLink) || NOW.equals(own));
                }
            }
        }

        @Test
        void mayEndBeforeTheLinkStarts() {
            ShareLink link = aShareLink().startingAt(NOW.plusSeconds(9)).build().heldBy(aRecipient().expiringAt(NOW.plusSeconds(1)).build());

            assertThat(refusalOf(() -> ShareAccess.open(facts(link, 0), null, NOW))).isInstanceOf(Refusal.NotFound.class);
            assertThat(codeOf(() -> ShareAccess.open(facts(link, 0), null, NOW.plusSeconds(9)))).isEqualTo("share-expired");
        }

        @Test
        void isLetInAsOftenAsTheyAndTheLinkAllow() {
            ShareLink own = aShareLink().build().heldBy(aRecipient().viewing(2).build());

            assertThat(codeOf(() -> ShareAccess.open(facts(own, 1), null, NOW))).isEqualTo("share-visit-required");
            ShareAccess.admit(facts(own, 1), null, NOW);
            assertThat(codeOf(() -> ShareAccess.admit(facts(own, 2), null, NOW))).isEqualTo("share-used-up");
            ShareLink both = aShareLink().viewed(1).build().heldBy(aRecipient().viewing(2).build());
            assertThat(codeOf(() -> ShareAccess.admit(
                    new Facts(both, true, true, new ShareUsage(1, 0), ShareUsage.NONE), null, NOW))).isEqualTo("share-used-up");
        }

        @Test
        void isGoneWhereEitherIsTurnedOff() {
            assertThat(refusalOf(() -> ShareAccess.admit(facts(aShareLink().build().heldBy(aRecipient().turnedOff().build()), 0), null, NOW)))
                    .isInstanceOf(Refusal.NotFound.class);
            assertThat(refusalOf(() -> ShareAccess.admit(facts(aShareLink().turnedOff().build().heldBy(aRecipient().build()), 0), null, NOW)))
                    .isInstanceOf(Refusal.NotFound.class);
        }

        private static Facts facts(ShareLink held, long views) {
            return new Facts(held, true, true, ShareUsage.NONE, new ShareUsage(views, 0));
        }
    }

    @Test
    void changesWhatIsSaidAndKeepsTheRest() {
        Recipient before = aRecipient().named("Bob").at("bob@example.org").viewing(3).allowing(Download.NONE).rights(false).watermarked(true).build();
        RecipientTerms.Patch patch = new RecipientTerms.Patch(Change.to(" Robert "), Change.keep(), Change.keep(), Change.clear(),
                Change.keep(), Change.clear(), Change.clear(), Change.keep(), Change.to(true), Change.clear());

        Recipient after = before.changed(new Recipient.Patch(patch, Change.to(false)), NOW);

        assertThat(after.terms()).isEqualTo(new RecipientTerms(
                "Robert", "bob@example.org", null, null, null, null, null, false, true, null));
        assertThat(after.active()).isFalse();
        assertThat(after.updatedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void refusesANameThatCannotBeInAMark(String name) {
        assertThat(codeOf(() -> aRecipient().named(name).build())).isIn("empty", "control-character");
        assertThat(codeOf(() -> aRecipient().named("x".repeat(65)).build())).isEqualTo("too-long");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(codeOf(() -> aRecipient().at("no address").build())).isNotEmpty();
        assertThat(codeOf(() -> aRecipient().at("a@example.org\r\nBcc: b@example.org").build())).isNotEmpty();
        assertThat(codeOf(() -> aRecipient().viewing(0).build())).isEqualTo("out-of-range");
        assertThat(codeOf(() -> Recipient.invited(aRecipient().build().id(), aShareLink().build().id(), aShareLink().build().tokenHash(),
                aShareLink().build().sealedToken(), aRecipient().expiringAt(NOW).terms(), NOW))).isEqualTo("past");
        assertThat(List.of(aRecipient().named("Bob").build().toString(), aRecipient().named("Bob").terms().toString()))
                .noneMatch(text -> text.contains("Bob"));
    }
}
