package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.image.Videos;
import dev.albumen.application.rendition.Looks;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VideoRendererTest extends RendererContract {

    private static final Recipe PREVIEW = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG);
    private static final Optional<Ffmpeg> INSTALLED = new InstalledFfmpeg(null, System.getenv("PATH")).ffmpeg();

    @Override
    protected Renderer renderer() {
        return new VideoRenderer(PatientEngine.renderer(ImageLimits.DEFAULT), INSTALLED, ImageLimits.DEFAULT);
    }

    static Stream<Arguments> videos() {
        return Stream.of(
                Arguments.of(Named.of("MP4", Videos.mp4()), MediaType.MP4, "h264"),
                Arguments.of(Named.of("MP4 in fragments", Videos.mp4Fragmented()), MediaType.MP4, "h264"),
                Arguments.of(Named.of("turned QuickTime", Videos.movTurned()), MediaType.MOV, "h264"),
                Arguments.of(Named.of("WebM", Videos.webm()), MediaType.WEBM, "vp9"));
    }

    @ParameterizedTest
    @MethodSource("videos")
    void showsAFrameUpright(byte[] video, MediaType mediaType, String codec) throws Exception {
        assumeFfmpeg();
        Rendered rendered = render(video, mediaType);
        BufferedImage poster = picture(rendered, PREVIEW);
        assertThat(poster.getWidth() + "×" + poster.getHeight()).isEqualTo("160×120");
        Looks.assertCorners(poster);
        assertThat(rendered.video()).isEqualTo(new Video(Videos.SECONDS, codec, Video.Poster.FRAME));
        for (Path file : rendered.files().values()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(Pictures.SECRET, Pictures.OWNER, Videos.PLACE, "Lavf");
        }
    }

    @ParameterizedTest
    @MethodSource("videos")
    void derivesFromTheSameFrame(byte[] video, MediaType mediaType, String codec) throws Exception {
        assumeFfmpeg();
        Path into = Files.createDirectory(folder.resolve("derived"));
        Recipe large = Recipe.of(RenditionSize.LARGE, RenditionFormat.JPEG);
        Path derived = renderer().derive(Files.write(folder.resolve("v"), video), mediaType, large, into);
        assertThat(derived).hasSameBinaryContentAs(render(video, mediaType).files().get(PREVIEW));
        assertThat(into).isDirectoryContaining(derived::equals).isDirectoryNotContaining("glob:**.png");
    }

    @ParameterizedTest
    @MethodSource("videos")
    void drawsAPosterWhereThereIsNoTool(byte[] video, MediaType mediaType, String codec) throws Exception {
        Path into = Files.createDirectory(folder.resolve("into"));
        Rendered rendered = withoutTool().render(Files.write(folder.resolve("v"), video), mediaType, into);
        assertThat(rendered.files()).containsKeys(PREVIEW, Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.WEBP));
        assertThat(picture(rendered, PREVIEW).getWidth()).isEqualTo(160);
        assertThat(rendered.appearance().blurHash()).hasSize(28);
        assertThat(rendered.video()).isNotNull().satisfies(said -> {
            assertThat(said.poster()).isEqualTo(Video.Poster.NO_TOOL);
            assertThat(said.codec()).isEqualTo(codec);
        });
        try (Stream<Path> files = Files.list(into)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.contains("-v"));
        }
    }

    /** Taken as it is, red would be (147, 61, 34). */
    @Test
    void showsHighRangeInFullColors() throws Exception {
        assumeFfmpeg();
        BufferedImage poster = picture(render(Videos.mp4OfHighRange(), MediaType.MP4), PREVIEW);
        Looks.assertCorners(poster);
        Looks.assertColor(Looks.at(poster, 0.25, 0.25), new Color(192, 19, 4), 25);
    }

    @Test
    void drawsAPosterForACodecThatTheToolDoesNotKnow() throws Exception {
        assumeFfmpeg();
        Rendered rendered = render(Videos.mp4OfUnknownCodec(), MediaType.MP4);
        assertThat(rendered.video()).isEqualTo(new Video(Videos.SECONDS, "zzzz", Video.Poster.UNKNOWN_CODEC));
    }

    @Test
    void saysThatAVideoHasNoFrames() {
        assumeFfmpeg();
        assertThatThrownBy(() -> render(Videos.mp4WithoutFrames(), MediaType.MP4))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("No frame");
    }

    @Test
    void refusesABrokenVideoWithAndWithoutTheTool() throws Exception {
        Path file = Files.write(folder.resolve("v"), Pictures.text());
        for (Renderer renderer : new Renderer[] {renderer(), withoutTool()}) {
            assertThatThrownBy(() -> renderer.render(file, MediaType.MP4, folder)).isInstanceOf(UndecodableException.class);
            assertThatThrownBy(() -> renderer.render(file, MediaType.WEBM, folder)).isInstanceOf(UndecodableException.class);
        }
    }

    private static Renderer withoutTool() {
        return new VideoRenderer(PatientEngine.renderer(ImageLimits.DEFAULT), Optional.empty(), ImageLimits.DEFAULT);
    }

    private static void assumeFfmpeg() {
        assumeTrue(INSTALLED.isPresent(), "ffmpeg is not installed here");
    }
}
