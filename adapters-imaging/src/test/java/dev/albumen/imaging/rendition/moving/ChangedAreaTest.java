package dev.albumen.imaging.rendition.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangedAreaTest {

    private static final int WIDTH = 13;
    private static final int HEIGHT = 7;

    @Test
    void isOnePixelWhereNothingChanges() {
        int[] same = new int[WIDTH * HEIGHT];
        assertThat(ChangedArea.between(same, same.clone(), WIDTH)).isEqualTo(new Rectangle(1, 1));
    }

    @Test
    void beginsAtEvenPlacesAndEndsWithTheChange() {
        assertThat(changed(5, 3)).isEqualTo(new Rectangle(4, 2, 2, 2));
        assertThat(changed(4, 2)).isEqualTo(new Rectangle(4, 2, 1, 1));
        assertThat(changed(WIDTH - 1, HEIGHT - 1)).isEqualTo(new Rectangle(12, 6, 1, 1));
        assertThat(changed(0, 0)).isEqualTo(new Rectangle(1, 1));
    }

    @Test
    void holdsAllThatChanges() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            int[] before = new int[WIDTH * HEIGHT];
            int[] now = before.clone();
            Rectangle smallest = new Rectangle(-1, -1);
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                int x = random.nextInt(WIDTH);
                int y = random.nextInt(HEIGHT);
                now[y * WIDTH + x] = 1;
                smallest = smallest.union(new Rectangle(x, y, 1, 1));
            }
            int left = smallest.x & ~1;
            int top = smallest.y & ~1;
            assertThat(ChangedArea.between(before, now, WIDTH)).isEqualTo(new Rectangle(
                    left, top, smallest.x + smallest.width - left, smallest.y + smallest.height - top));
        }
    }

    private static Rectangle changed(int x, int y) {
        int[] now = new int[WIDTH * HEIGHT];
        now[y * WIDTH + x] = 1;
        return ChangedArea.between(new int[WIDTH * HEIGHT], now, WIDTH);
    }
}
