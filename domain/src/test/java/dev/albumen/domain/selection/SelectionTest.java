package dev.albumen.domain.selection;

import static dev.albumen.domain.selection.SelectionBuilder.aSelection;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.selection.Selection.Status;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.ShareId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionTest {

    private static final Instant NOW = ShareLinkBuilder.NOON.plusSeconds(60);
    private static final Map<Status, String> REFUSED = Map.of(
            Status.SUBMITTED, "selection-submitted", Status.DELIVERED, "selection-delivered",
            Status.ACCEPTED, "selection-accepted", Status.CLOSED, "selection-closed");

    private static SelectionConfig config(@Nullable Integer limit, @Nullable Instant deadline) {
        return new SelectionConfig(
                new ShareId(new UUID(0, 1)), true, null, limit, true, false, false, false, false, deadline, NOW, 1);
    }

    private static Selection in(Status status) {
        return aSelection().in(status).build();
    }

    @ParameterizedTest
    @EnumSource
    void takesChangesOnlyWhileItIsOpen(Status status) {
        Selection selection = in(status);
        if (status == Status.OPEN) {
            assertThat(selection.requireOpen(config(null, NOW.plusSeconds(1)), NOW)).isSameAs(selection);
        } else {
            assertThat(codeOf(() -> selection.requireOpen(config(null, null), NOW))).isEqualTo(REFUSED.get(status));
        }
    }

    @Test
    void isClosedFromItsDeadlineOn() {
        assertThat(codeOf(() -> in(Status.OPEN).requireOpen(config(null, NOW), NOW))).isEqualTo("selection-closed");
        assertThat(in(Status.OPEN).shown(config(null, NOW), NOW)).isEqualTo(Status.CLOSED);
        assertThat(in(Status.SUBMITTED).shown(config(null, NOW), NOW)).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void hasRoomUpToTheLimit() {
        in(Status.OPEN).requireRoom(config(3, null), 2);
        assertThat(codeOf(() -> in(Status.OPEN).requireRoom(config(3, null), 3))).isEqualTo("selection-limit");
        assertThat(codeOf(() -> in(Status.OPEN).requireRoom(config(null, null), SelectionConfig.MAX_LIMIT))).isEqualTo("selection-limit");
    }

    @Test
    void goesFromChoosingToAcceptance() {
        Selection submitted = in(Status.OPEN).submitted(new Contact("Ada", null, null, "Thanks"), NOW);
        assertThat(submitted.submittedAt()).isEqualTo(NOW);
        assertThat(submitted.contact().note()).isEqualTo("Thanks");
        assertThat(submitted.delivered(NOW).accepted(NOW).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void goesOnInTheNextRoundAfterADelivery() {
        Selection next = in(Status.DELIVERED).goneOn(config(null, null), NOW);
        assertThat(next.round()).isEqualTo(2);
        assertThat(next.status()).isEqualTo(Status.OPEN);
        assertThat(next.submittedAt()).isNull();
        assertThat(codeOf(() -> in(Status.DELIVERED).goneOn(config(null, NOW), NOW))).isEqualTo("selection-closed");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "SUBMITTED", "CLOSED"})
    void takesNoAnswerBeforeADelivery(Status status) {
        assertThat(codeOf(() -> in(status).accepted(NOW))).isEqualTo("selection-not-delivered");
        assertThat(codeOf(() -> in(status).goneOn(config(null, null), NOW))).isEqualTo("selection-not-delivered");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "ACCEPTED", "CLOSED"})
    void isNotDeliveredUnlessSubmitted(Status status) {
        assertThat(codeOf(() -> in(status).delivered(NOW))).isEqualTo("selection-not-submitted");
    }

    @Test
    void closesAndReopens() {
        assertThat(in(Status.SUBMITTED).closed(NOW).status()).isEqualTo(Status.CLOSED);
        assertThat(in(Status.ACCEPTED).closed(NOW).status()).isEqualTo(Status.ACCEPTED);
        for (Status status : Status.values()) {
            assertThat(in(status).reopened(NOW).status()).isEqualTo(Status.OPEN);
        }
        Selection open = in(Status.OPEN);
        assertThat(open.reopened(NOW)).isSameAs(open);
    }

    @Test
    void isResumableForThirtyDaysAfterItsLastUse() {
        Selection selection = in(Status.OPEN);
        Instant last = selection.usedAt().plus(Duration.ofDays(30));
        assertThat(selection.resumable(last.minusMillis(1))).isTrue();
        assertThat(selection.resumable(last)).isFalse();
        assertThat(selection.used(NOW, 1).resumable(last)).isTrue();
        assertThat(selection.wantsNoting(NOW, 1)).isFalse();
        assertThat(selection.wantsNoting(NOW, 2)).isTrue();
        assertThat(selection.wantsNoting(selection.usedAt().plus(Duration.ofDays(1)), 1)).isTrue();
    }
}
