package dev.albumen.imaging.rendition.moving;

import java.awt.Rectangle;
import java.util.Arrays;

/** Where two pictures of one size differ. */
final class ChangedArea {

    private ChangedArea() {}

    /**
     * The smallest rectangle that holds all that differs, which begins at even places as frames of a WebP do. One pixel
     * where nothing differs, for a frame must have one.
     */
    static Rectangle between(int[] before, int[] now, int width) {
        int first = Arrays.mismatch(before, now);
        if (first < 0) {
            return new Rectangle(1, 1);
        }
        int height = now.length / width;
        int top = first / width;
        int bottom = height;
        while (Arrays.equals(before, (bottom - 1) * width, bottom * width, now, (bottom - 1) * width, bottom * width)) {
            bottom--;
        }
        int left = width;
        int right = 0;
        for (int row = top * width; row < bottom * width; row += width) {
            int begin = Arrays.mismatch(before, row, row + width, now, row, row + width);
            if (begin >= 0) {
                left = Math.min(left, begin);
                int end = width;
                while (end > right && before[row + end - 1] == now[row + end - 1]) {
                    end--;
                }
                right = Math.max(right, end);
            }
        }
        int x = left & ~1;
        int y = top & ~1;
        return new Rectangle(x, y, right - x, bottom - y);
    }
}
