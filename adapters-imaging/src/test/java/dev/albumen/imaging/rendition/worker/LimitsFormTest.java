package dev.albumen.imaging.rendition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.MovingPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.rendition.ImgscalrEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsFormTest {

    private static final ImageLimits LIMITS = new ImageLimits(1 << 20, 999, 2000, 31);

    @TempDir
    Path folder;

    @Test
    void losesNoLimitOnItsWay() {
        assertThat(LimitsForm.read(LimitsForm.write(LIMITS))).isEqualTo(LIMITS);
    }

    @Test
    void holdsAnEngineToTheLimitsOfItsArguments() throws IOException {
        assertRefused(Pictures.png(50, 20), MediaType.PNG);
        assertRefused(MovingPictures.gif(32, 10, 2), MediaType.GIF);
        assertRefused(MovingPictures.gif(30, 20, 4), MediaType.GIF);
    }

    private void assertRefused(byte[] picture, MediaType mediaType) throws IOException {
        Path original = Files.write(folder.resolve("original"), picture);
        Renderer renderer = new ImgscalrEngine().open(ImgscalrEngine.with(LIMITS, WorkerLimits.DEFAULT).arguments()).renderer();
        assertThatThrownBy(() -> renderer.render(original, mediaType, folder))
                .isInstanceOf(Renderer.UndecodableException.class).hasMessageContaining("claims");
    }
}
