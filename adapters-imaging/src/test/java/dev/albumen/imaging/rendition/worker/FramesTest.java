package dev.albumen.imaging.rendition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {

    private static final Recipe RECIPE = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP);

    @TempDir
    Path into;

    @Test
    void carriesEveryTask() throws Exception {
        for (Task task : List.of(
                new Task.Render(Path.of("/a/b c/ü"), MediaType.JPEG, into),
                new Task.Derive(Path.of("/a/preview"), MediaType.HEIC, RECIPE, into),
                new Task.Derive(Path.of("/a/preview"), MediaType.JPEG,
                        RECIPE.marked(new Watermark("© Ü", Watermark.Place.TILED, 0.25, 0.1)), into),
                new Task.Derive(Path.of("/a/preview"), MediaType.JPEG, RECIPE.marked(new Watermark(
                        new Watermark.Motif.Logo(Sha256.of("logo")), Watermark.Place.TOP, 0.25, 0.1)), into))) {
            ByteArrayOutputStream pipe = new ByteArrayOutputStream();
            Frames.write(out -> Task.write(task, out), pipe);
            assertThat(Task.read(Frames.read(new ByteArrayInputStream(pipe.toByteArray())))).isEqualTo(task);
        }
    }

    @Test
    void carriesEveryAnswer() throws Exception {
        Path file = Files.createFile(into.resolve(RECIPE.fileName()));
        Appearance plain = new Appearance("LKO2?U%2Tw=w", "#4a6f8c", List.of(), null);
        Appearance full = new Appearance(
                "LKO2?U%2Tw=w", "#4a6f8c", List.of(new Appearance.Swatch("#000000", 1000)), new DifferenceHash(-5));
        for (Answer answer : List.of(
                new Answer.Hello(new EngineFacts("1.2", Set.of(MediaType.AVIF), Set.of(RenditionFormat.values()))),
                new Answer.Done(new Rendered(Map.of(RECIPE, file), plain)),
                new Answer.Done(new Rendered(Map.of(RECIPE, file), full)),
                new Answer.Derived(file),
                new Answer.Undecodable("no picture"),
                new Answer.Unavailable("no disk"),
                new Answer.Failed("a bug"))) {
            assertThat(sent(answer)).isEqualTo(answer);
        }
    }

    @Test
    void cutsReasonsThatAreTooLong() throws Exception {
        assertThat(sent(new Answer.Undecodable("é".repeat(100_000)))).isEqualTo(new Answer.Undecodable("é".repeat(1000)));
    }

    @Test
    void takesNoFileFromElsewhere() throws Exception {
        Path elsewhere = Files.createFile(Files.createDirectory(into.resolve("deeper")).resolve("file"));
        Files.createSymbolicLink(into.resolve("link"), elsewhere);
        for (Path file : List.of(elsewhere, into.resolve("link"), into.resolve("absent"), into.resolve(".."))) {
            assertThatThrownBy(() -> sent(new Answer.Derived(file))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void takesNothingElseForAMessage() {
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream("Hello, world".getBytes())))
                .isInstanceOf(IOException.class).isNotInstanceOf(EOFException.class);
        byte[] endless = ByteBuffer.allocate(8).putInt(0x1A1B504D).putInt(Integer.MAX_VALUE).array();
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(endless))).hasMessageContaining("too long");
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(new byte[0]))).isInstanceOf(EOFException.class);
    }

    private Answer sent(Answer answer) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames.write(out -> Answer.write(answer, out), pipe);
        return Answer.read(Frames.read(new ByteArrayInputStream(pipe.toByteArray())), into);
    }
}
