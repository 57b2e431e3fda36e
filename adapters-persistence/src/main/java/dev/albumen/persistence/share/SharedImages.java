package dev.albumen.persistence.share;

/** Which images a link shows, as SQL. */
public final class SharedImages {

    /** Whether the link {@code s} shows the image {@code i}, but for its state. */
    public static final String OF_LINK = """
            (i.id = s.image_id
                OR EXISTS (SELECT 1 FROM album_images shown WHERE shown.album_id = s.album_id AND shown.image_id = i.id)
                OR s.with_albums AND EXISTS (SELECT 1 FROM album_images shown JOIN albums within ON within.id = shown.album_id
                    WHERE shown.image_id = i.id AND within.parent_id IS NOT NULL AND within.path @> ARRAY[s.album_id]))
            """;

    private SharedImages() {}
}
