package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.MovingPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator who wants smaller pictures than are usual. */
class PixelLimitsIT {

    private static AlbumenProcess albumen;
    private static Client ada;

    @BeforeAll
    static void start(@TempDir Path home) {
        albumen = AlbumenProcess.start(home, Map.of("ALBUMEN_IMAGING_MAX_MEGAPIXELS", "1",
                "ALBUMEN_IMAGING_MAX_MOVING_MEGAPIXELS", "2", "ALBUMEN_IMAGING_MAX_MOVING_EDGE", "300"));
        ada = Client.of(albumen.awaitReady()).register("ada");
    }

    @AfterAll
    static void stop() {
        albumen.close();
    }

    @Test
    void tellsTheLimits() {
        Answer settings = ada.get("settings").expect(200);
        assertThat(settings.at("upload/maxPixels")).isEqualTo("1000000");
        assertThat(settings.at("upload/maxMovingPixels")).isEqualTo("2000000");
        assertThat(settings.at("upload/maxMovingEdge")).isEqualTo("300");
    }

    @Test
    void refusesWhatIsLarger() {
        assertRefused(ada.upload("a.png", Pictures.png(1001, 1000)), "1001×1000", "1000000");
        assertRefused(ada.upload("a.gif", MovingPictures.gif(200, 200, 51)), "51 frames of 200×200", "2000000");
        assertRefused(ada.upload("a.gif", MovingPictures.gif(301, 10, 2)), "2 frames of 301×10", "300 on a side");
    }

    @Test
    void takesWhatIsAsLarge() {
        String id = ada.upload("a.png", Pictures.png(1000, 1000)).expect(201).at("id");
        assertThat(ada.settled(id).path("status").asText()).isEqualTo("ready");
    }

    private static void assertRefused(Answer answer, String... details) {
        assertThat(answer.expect(413).header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("code")).isEqualTo("too-many-pixels");
        assertThat(answer.at("detail")).contains(details);
    }
}
