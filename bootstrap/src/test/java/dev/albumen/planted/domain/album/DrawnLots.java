package dev.albumen.planted.domain.album;

import java.util.Random;

/** The domain draws lots. */
public final class DrawnLots {

    public int draw() {
        return new Random().nextInt();
    }
}
