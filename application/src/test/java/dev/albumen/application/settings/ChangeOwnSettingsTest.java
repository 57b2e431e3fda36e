package dev.albumen.application.settings;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.MarkStyle.Position;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeOwnSettingsTest extends UseCaseTest {

    private static final Change<MarkStyle.Patch> TILED =
            Change.to(new MarkStyle.Patch(Change.keep(), Change.keep(), Change.keep(), Change.to(true)));

    private final OwnSettingsChanges changes = new OwnSettingsChanges(catalogue.settingsByUser(), audit, transactions, clock);
    private final ChangeOwnSettings change = new ChangeOwnSettings(changes);
    private final ReadOwnSettings read = new ReadOwnSettings(catalogue.settingsByUser(), transactions);

    @Test
    void beginsAMarkWithTheDefaults() {
        UserSettings settings = change(ADA, TILED);

        assertThat(settings.watermark()).isEqualTo(new MarkStyle(null, Position.BOTTOM_RIGHT, 0.5, true, null));
        assertThat(settings.version()).isEqualTo(2);
        assertThat(read.handle(ADA)).isEqualTo(settings);
        assertThat(read.handle(BOB)).isEqualTo(UserSettings.initial(BOB.userId()));
        assertThat(trail.actions()).containsExactly("settings.change");
    }

    @Test
    void takesAMarkAwayWithItsLogo() {
        transactions.writing(() -> catalogue.settingsByUser().save(
                catalogue.settingsByUser().lock(ADA.userId()).withLogo(Sha256.of("logo"))));

        assertThat(change(ADA, TILED).watermark()).isEqualTo(
                new MarkStyle(null, Position.BOTTOM_RIGHT, 0.5, true, Sha256.of("logo")));
        assertThat(change(ADA, Change.clear()).watermark()).isNull();
        assertThat(change(ADA, TILED).watermark()).extracting(MarkStyle::logo).isNull();
    }

    @Test
    void keepsNothingOfAChangeThatChangesNothing() {
        change(ADA, TILED);

        assertThat(change(ADA, TILED).version()).isEqualTo(2);
        assertThat(change(ADA, Change.keep()).version()).isEqualTo(2);
        assertThat(trail.actions()).hasSize(1);
    }

    @Test
    void refusesAStaleVersionAndWhoeverIsNobody() {
        assertThat(refusedWithoutTrace(() -> change.handle(ADA, new ChangeOwnSettings.Command(TILED, Optional.of(2L)))))
                .isEqualTo(new Refusal.Stale());
        assertThat(refusedWithoutTrace(() -> change(Viewer.ANONYMOUS, TILED))).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusedWithoutTrace(() -> read.handle(Viewer.ANONYMOUS))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    private UserSettings change(Viewer viewer, Change<MarkStyle.Patch> watermark) {
        return change.handle(viewer, new ChangeOwnSettings.Command(watermark, Optional.empty()));
    }
}
