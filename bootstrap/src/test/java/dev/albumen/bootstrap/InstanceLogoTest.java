package dev.albumen.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.rendition.FakeRenderer;
import dev.albumen.application.rendition.InstanceMark;
import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLogoTest {

    @TempDir
    Path folder;

    private Path file;
    private MediaType seen = MediaType.PNG;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("logo.png"), "a logo");
    }

    @Test
    void letsAGoodOnePassAndNoneAtAll() {
        assertThatNoException().isThrownBy(() -> require("a logo"));
        assertThatNoException().isThrownBy(() -> require(InstanceMark.DEFAULT));
    }

    @Test
    void namesTheSettingAndSaysWhyAnotherCannotBeOne() {
        assertThatThrownBy(() -> require("broken")).isInstanceOf(StartRefused.class)
                .hasMessage("ALBUMEN_WATERMARK_LOGO: " + file + " cannot be a logo: " + FakeRenderer.REASON);
        seen = MediaType.JPEG;
        assertThatThrownBy(() -> require("a logo")).isInstanceOf(StartRefused.class)
                .hasMessage("ALBUMEN_WATERMARK_LOGO: " + file + " cannot be a logo: A logo is a PNG, which this file is not.");
    }

    private void require(String png) {
        require(new InstanceMark(MarkStyle.DEFAULT.withLogo(Sha256.of(png)), png.getBytes(UTF_8)));
    }

    private void require(InstanceMark mark) {
        FakeStagingArea staging = new FakeStagingArea(folder);
        InstanceLogo.require(Settings.read(Map.of("ALBUMEN_WATERMARK_LOGO", file.toString()), Map.of()), mark, staging,
                new LogoCheck(new Inspector() {
                    @Override
                    public Set<MediaType> accepted() {
                        return Set.of(MediaType.PNG);
                    }

                    @Override
                    public Inspection inspect(Path inspected) {
                        return new Inspection(seen, new Dimensions(9, 9));
                    }
                }, new FakeRenderer(), staging));
    }
}
