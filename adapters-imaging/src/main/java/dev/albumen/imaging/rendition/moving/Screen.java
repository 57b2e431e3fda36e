package dev.albumen.imaging.rendition.moving;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** What frames are drawn on one after the other; transparent at first. */
final class Screen {

    /** What becomes of a frame's area before the next one is drawn. */
    enum Disposal { KEPT, CLEARED, GIVEN_BACK }

    private final BufferedImage pixels;
    private Rectangle cleared = new Rectangle();
    private @Nullable BufferedImage before;
    private Rectangle beforeAt = new Rectangle();

    Screen(int width, int height) {
        this.pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    BufferedImage pixels() {
        return pixels;
    }

    /** @param blends whether the screen shines through where the frame is transparent */
    void draw(BufferedImage frame, int left, int top, boolean blends, Disposal disposal) {
        dispose();
        Rectangle area = new Rectangle(left, top, frame.getWidth(), frame.getHeight())
                .intersection(new Rectangle(pixels.getWidth(), pixels.getHeight()));
        if (area.isEmpty()) {
            return;
        }
        switch (disposal) {
            case KEPT -> { }
            case CLEARED -> cleared = area;
            case GIVEN_BACK -> {
                before = copy(area);
                beforeAt = area;
            }
        }
        Graphics2D graphics = pixels.createGraphics();
        graphics.setComposite(blends ? AlphaComposite.SrcOver : AlphaComposite.Src);
        graphics.drawImage(frame, left, top, null);
        graphics.dispose();
    }

    private void dispose() {
        Graphics2D graphics = pixels.createGraphics();
        if (!cleared.isEmpty()) {
            graphics.setComposite(AlphaComposite.Clear);
            graphics.fill(cleared);
            cleared = new Rectangle();
        }
        if (before != null) {
            graphics.setComposite(AlphaComposite.Src);
            graphics.drawImage(before, beforeAt.x, beforeAt.y, null);
            before = null;
        }
        graphics.dispose();
    }

    private BufferedImage copy(Rectangle area) {
        BufferedImage copy = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(pixels, -area.x, -area.y, null);
        graphics.dispose();
        return copy;
    }
}
