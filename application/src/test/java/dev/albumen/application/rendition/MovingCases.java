package dev.albumen.application.rendition;

import static dev.albumen.application.rendition.Looks.assertColor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.HandmadeGif;
import dev.albumen.application.image.MovingPictures;
import dev.albumen.application.image.MovingPictures.Frame;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Footage.Shot;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The part of {@link RendererContract} about pictures that move: they do in the preview, and nowhere else. */
abstract class MovingCases extends RenderingCases {

    private static final Recipe MOVING = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP);
    private static final Recipe THUMBNAIL = Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.WEBP);
    private static final Recipe FLAT = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG);

    /** Frames that cover a part, let through what is below, and leave each in their way; shown three times. */
    private static byte[] gif() {
        return new HandmadeGif(240, 160).repeated(2)
                .frame(new Rectangle(240, 160), HandmadeGif.RED, 5, HandmadeGif.KEEP)
                .frame(new Rectangle(40, 40, 80, 41), HandmadeGif.GREEN, 1, HandmadeGif.TO_BACKGROUND)
                .frame(new Rectangle(161, 81, 40, 40), HandmadeGif.BLUE, 7, HandmadeGif.TO_PREVIOUS)
                .frame(new Rectangle(40, 40), (x, y) -> x < 20 ? HandmadeGif.CLEAR : HandmadeGif.GREEN, 200, HandmadeGif.KEEP)
                .bytes();
    }

    @Test
    void keepsAGifMovingAsItsFramesSay() throws Exception {
        Footage footage = footage(render(gif(), MediaType.GIF), MOVING);
        assertThat(footage.shots()).extracting(Shot::millis).containsExactly(50, 100, 70, 2000);
        assertThat(footage.plays()).isEqualTo(3);
        assertThat(List.of(footage.width(), footage.height())).containsExactly(240, 160);
        assertThat(footage.transparent()).isTrue();

        assertSeen(footage, 0, 80, 60, Color.RED);
        assertSeen(footage, 1, 80, 60, Color.GREEN);
        assertSeen(footage, 1, 180, 100, Color.RED);
        assertClear(footage, 2, 80, 60);
        assertSeen(footage, 2, 180, 100, Color.BLUE);
        assertSeen(footage, 2, 10, 20, Color.RED);
        assertSeen(footage, 3, 180, 100, Color.RED);
        assertSeen(footage, 3, 10, 20, Color.RED);
        assertSeen(footage, 3, 30, 20, Color.GREEN);
        assertClear(footage, 3, 80, 60);
    }

    @Test
    void showsMovingPicturesFirstFrameWhereverTheyStandStill() throws Exception {
        Rendered rendered = render(gif(), MediaType.GIF);
        assertThat(footage(rendered, THUMBNAIL).shots()).isEmpty();
        assertSeen(Looks.read(rendered.files().get(THUMBNAIL)), 80, 60, Color.RED);
        assertSeen(Looks.read(rendered.files().get(FLAT)), 80, 60, Color.RED);
        assertSeen(Looks.read(rendered.files().get(FLAT)), 180, 100, Color.RED);
    }

    @Test
    void scalesEveryFrame() throws Exception {
        byte[] gif = new HandmadeGif(1600, 200)
                .frame(new Rectangle(1600, 200), HandmadeGif.RED, 10, HandmadeGif.KEEP)
                .frame(new Rectangle(801, 51, 799, 100), HandmadeGif.BLUE, 20, HandmadeGif.KEEP)
                .bytes();
        Footage footage = footage(render(gif, MediaType.GIF), MOVING);
        assertThat(List.of(footage.width(), footage.height())).containsExactly(1440, 180);
        assertThat(footage.shots()).extracting(Shot::millis).containsExactly(100, 200);
        assertThat(footage.plays()).as("without a count, once").isEqualTo(1);
        assertSeen(footage, 0, 1000, 90, Color.RED);
        assertSeen(footage, 1, 700, 90, Color.RED);
        assertSeen(footage, 1, 740, 90, Color.BLUE);
        assertSeen(footage, 1, 1430, 90, Color.BLUE);
        assertSeen(footage, 1, 1000, 30, Color.RED);
        assertSeen(footage, 1, 1000, 150, Color.RED);
    }

    @Test
    void keepsAWebpMovingAndTransparent() throws Exception {
        int width = Pictures.WEBP_WIDTH;
        int height = Pictures.WEBP_HEIGHT;
        Rendered rendered = render(MovingPictures.webp(80, 60, 0, List.of(
                new Frame(0, 0, width, height, Pictures.webp(), 300, true, false),
                new Frame(40, 30, width, height, Pictures.webpTransparent(), 15, true, true),
                new Frame(0, 0, width, height, Pictures.webpTransparent(), 2000, false, false),
                new Frame(0, 0, width, height, Pictures.webp(), 40, true, false))), MediaType.WEBP);
        Footage footage = footage(rendered, MOVING);
        assertThat(footage.shots()).extracting(Shot::millis).containsExactly(300, 15, 2000, 40);
        assertThat(footage.plays()).as("for ever").isZero();
        assertThat(List.of(footage.width(), footage.height())).containsExactly(80, 60);
        assertThat(footage.transparent()).isTrue();

        assertSeen(footage, 0, 10, 7, Color.RED);
        assertSeen(footage, 0, 30, 22, Color.WHITE);
        assertClear(footage, 0, 60, 45);
        assertSeen(footage, 1, 30, 22, Color.WHITE);
        assertSeen(footage, 1, 50, 37, Color.RED);
        assertClear(footage, 1, 70, 52);
        assertClear(footage, 2, 50, 37);
        assertClear(footage, 2, 30, 22);
        assertSeen(footage, 2, 10, 7, Color.RED);
        assertSeen(footage, 3, 30, 22, Color.WHITE);

        assertThat(footage(rendered, THUMBNAIL).shots()).isEmpty();
        BufferedImage flat = Looks.read(rendered.files().get(FLAT));
        assertSeen(flat, 10, 7, Color.RED);
        assertSeen(flat, 60, 45, Color.WHITE);
    }

    @Test
    void readsAWebpOfOneFrame() throws Exception {
        byte[] webp = MovingPictures.webp(80, 60, 0, List.of(
                new Frame(40, 30, Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, Pictures.webpTransparent(), 100, true, false)));
        BufferedImage flat = Looks.read(render(webp, MediaType.WEBP).files().get(FLAT));
        assertThat(List.of(flat.getWidth(), flat.getHeight())).containsExactly(80, 60);
        assertSeen(flat, 50, 37, Color.RED);
        assertSeen(flat, 10, 7, Color.WHITE);
    }

    @Test
    void showsAnAnimatedPngStill() throws Exception {
        Rendered rendered = render(MovingPictures.png(64, 48), MediaType.PNG);
        rendered.files().forEach((recipe, file) -> {
            if (recipe.format() == RenditionFormat.WEBP) {
                assertThat(Footage.read(file).shots()).isEmpty();
            }
        });
    }

    @Test
    void derivesWhatMovesOfAMovingOriginal() throws Exception {
        assumeTrue(renderer().formats().contains(RenditionFormat.WEBP), "not written by this engine: WebP");
        Path original = Files.write(folder.resolve("original"), gif());
        for (Recipe recipe : List.of(MOVING, Recipe.of(RenditionSize.LARGE, RenditionFormat.WEBP))) {
            Footage footage = Footage.read(renderer().derive(original, MediaType.GIF, recipe, Files.createTempDirectory(folder, "derived")));
            assertThat(footage.shots()).extracting(Shot::millis).containsExactly(50, 100, 70, 2000);
            assertSeen(footage, 2, 180, 100, Color.BLUE);
        }
    }

    @Test
    void whatIsMadeOfAMovingRenditionStandsStill() throws Exception {
        Rendered rendered = render(gif(), MediaType.GIF);
        footage(rendered, MOVING);
        Watermark mark = new Watermark("MINE", Watermark.Place.TOP_LEFT, 1, 0.1);
        for (Recipe recipe : List.of(MOVING.marked(mark), THUMBNAIL)) {
            Path into = Files.createTempDirectory(folder, "derived");
            Path derived = renderer().derive(rendered.files().get(MOVING), MediaType.WEBP, recipe, into);
            assertThat(Footage.read(derived).shots()).isEmpty();
            assertSeen(Looks.read(derived), 180, 100, Color.RED);
        }
    }

    @Test
    @Timeout(600)
    void damagedFramesGiveAPictureOrAReasonAndNothingElse() throws Exception {
        byte[] gif = new HandmadeGif(8, 8).repeated(0)
                .frame(new Rectangle(8, 8), HandmadeGif.RED, 5, HandmadeGif.TO_PREVIOUS)
                .frame(new Rectangle(2, 2, 4, 4), HandmadeGif.BLUE, 5, HandmadeGif.TO_BACKGROUND)
                .bytes();
        byte[] webp = MovingPictures.webp(80, 60, 0, List.of(
                new Frame(0, 0, Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, Pictures.webpTransparent(), 300, true, false),
                new Frame(40, 30, Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, Pictures.webp(), 15, true, true)));
        for (int at = 0; at < webp.length; at += 5) {
            if (at < gif.length) {
                renderDamaged(gif, at, MediaType.GIF);
            }
            renderDamaged(webp, at, MediaType.WEBP);
        }
    }

    private void renderDamaged(byte[] sound, int at, MediaType mediaType) throws Exception {
        byte[] damaged = sound.clone();
        damaged[at] ^= (byte) 0x55;
        try {
            render(damaged, mediaType);
        } catch (UndecodableException e) {
            assertThat(e).message().isNotBlank();
        }
    }

    private static Footage footage(Rendered rendered, Recipe recipe) {
        assumeTrue(rendered.files().keySet().stream().anyMatch(made -> made.format() == RenditionFormat.WEBP),
                "not written by this engine: WebP");
        return Footage.read(rendered.files().get(recipe));
    }

    private static void assertSeen(Footage footage, int shot, int x, int y, Color color) {
        assertSeen(footage.shots().get(shot).screen(), x, y, color);
    }

    private static void assertSeen(BufferedImage screen, int x, int y, Color color) {
        assertThat(screen.getRGB(x, y) >>> 24).as("opacity at %d, %d", x, y).isEqualTo(0xFF);
        assertColor(new Color(screen.getRGB(x, y)), color, 40);
    }

    private static void assertClear(Footage footage, int shot, int x, int y) {
        assertThat(footage.shots().get(shot).screen().getRGB(x, y) >>> 24).as("opacity at %d, %d", x, y).isZero();
    }
}
