package dev.albumen.imaging.rendition;

import java.awt.Graphics2D;

/** What a mark shows, in the size in which it is burnt into one picture. */
interface Stamp {

    double width();

    double height();

    /** From one to the next in a row, where it is repeated all over the picture. */
    double stepX();

    /** From one row to the next. */
    double stepY();

    /** Draws it once, its upper left corner there. */
    void draw(Graphics2D graphics, double x, double y);
}
