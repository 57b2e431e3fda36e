package dev.albumen.application.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.UploadLimits;
import dev.albumen.application.image.Inspector;
import dev.albumen.application.notice.RecordedMails;
import dev.albumen.application.rendition.FakeRenderer;
import dev.albumen.application.user.IdentitySettings;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.RegistrationMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadSettingsTest {

    @Test
    void tellsEverybodyWhatTheRunningEngineTakesAndShows() {
        Inspector onlyGifs = new Inspector() {
            @Override
            public Set<MediaType> accepted() {
                return Set.of(MediaType.GIF);
            }

            @Override
            public Inspection inspect(Path file) {
                throw new AssertionError("not asked for");
            }
        };
        UploadLimits uploads = new UploadLimits(3, Duration.ofHours(4));
        ReadSettings settings = new ReadSettings(onlyGifs, new ImageLimits(1, 2), uploads,
                new FakeRenderer(Set.of(RenditionFormat.JPEG)), new IdentitySettings(RegistrationMode.INVITE, null), new RecordedMails());

        assertThat(settings.handle(Viewer.ANONYMOUS)).isEqualTo(new ReadSettings.PublicSettings(
                Set.of(MediaType.GIF), new ImageLimits(1, 2), 10, uploads, Set.of(RenditionFormat.JPEG), RegistrationMode.INVITE, true));
    }
}
