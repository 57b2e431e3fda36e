package dev.albumen.application.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.MarkStyle.Position;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of users' settings does. */
public abstract class SettingsByUserContract extends CatalogueContract {

    @Test
    void areTheInitialOnesUntilTheyAreChanged() {
        assertThat(of(ada)).isEqualTo(UserSettings.initial(ada));
        assertThat(write(() -> catalogue.settingsByUser().lock(ada))).isEqualTo(UserSettings.initial(ada));
        assertThat(of(ada)).isEqualTo(UserSettings.initial(ada));
    }

    @Test
    void comeBackAsTheyWereSaved() {
        for (MarkStyle style : List.of(
                MarkStyle.DEFAULT,
                new MarkStyle("© Ada, 'Ü' {\"x\"} \\ 😀", Position.TOP_LEFT, 1, true, null),
                new MarkStyle("NULL", Position.CENTER, 0.05, false, Sha256.of("logo")),
                new MarkStyle(null, Position.BOTTOM, 1.0 / 3, true, Sha256.of("another")))) {
            UserSettings saved = changed(ada, style);
            assertThat(saved.watermark()).isEqualTo(style);
            assertThat(of(ada)).isEqualTo(saved);
        }
        UserSettings cleared = write(() -> catalogue.settingsByUser().save(
                catalogue.settingsByUser().lock(ada).changed(Change.clear())));
        assertThat(cleared.watermark()).isNull();
        assertThat(cleared.version()).isEqualTo(6);
        assertThat(of(ada)).isEqualTo(cleared);
        assertThat(of(bob)).isEqualTo(UserSettings.initial(bob));
    }

    @Test
    void refuseAChangeOfAVersionThatIsGone() {
        UserSettings before = of(ada);
        changed(ada, MarkStyle.DEFAULT);
        assertThatThrownBy(() -> writing(() -> catalogue.settingsByUser().save(before.withLogo(Sha256.of("logo")))))
                .isInstanceOf(RefusedException.class);
        assertThat(of(ada).watermark()).isEqualTo(MarkStyle.DEFAULT);
    }

    @Test
    void loseNoneOfManyFirstChanges() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(i -> threads.submit(() -> changed(ada, MarkStyle.DEFAULT)));
        }
        assertThat(of(ada).version()).isEqualTo(9);
    }

    private UserSettings of(UserId user) {
        return read(() -> catalogue.settingsByUser().of(user));
    }

    private UserSettings changed(UserId user, MarkStyle style) {
        return write(() -> catalogue.settingsByUser().save(
                new UserSettings(user, style, catalogue.settingsByUser().lock(user).version())));
    }
}
