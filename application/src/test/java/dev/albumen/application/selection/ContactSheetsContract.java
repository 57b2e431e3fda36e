package dev.albumen.application.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.selection.ContactSheets.Picture;
import dev.albumen.application.storage.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every maker of contact sheets does. */
public abstract class ContactSheetsContract {

    protected abstract ContactSheets sheets();

    /** The sheet's bytes. */
    protected final byte[] written(String title, Picture... pictures) throws IOException {
        return written(title, Arrays.stream(pictures));
    }

    protected final byte[] written(String title, Stream<Picture> pictures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets().write(title, pictures.iterator(), out);
        return out.toByteArray();
    }

    protected static Picture picture(String name, byte[] jpeg) {
        return new Picture(name, "★★", () -> Optional.of(new BlobStore.Content(jpeg.length, new ByteArrayInputStream(jpeg))));
    }

    private static Picture named(String name) {
        return new Picture(name, "", Optional::empty);
    }

    @Test
    void writesASheetWithoutPictures() throws IOException {
        assertThat(written("Nothing")).isNotEmpty();
    }

    @Test
    void takesAnyTextAndAnyBytes() throws IOException {
        String letters = IntStream.concat(IntStream.range(0, 0x600), IntStream.of(0x4e2d, 0x1f305, 0xfdd0, 0xffff, 0x202e, 0x10ffff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        Stream<Picture> each = letters.codePoints().mapToObj(letter -> named(Character.toString(letter)));
        Stream<Picture> hard = Stream.of(named(letters), named(""), named("\ud800"), named("x".repeat(5000)),
                picture("broken.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3}), picture("empty.jpg", new byte[0]));
        assertThat(written(letters, Stream.concat(each, hard))).isNotEmpty();
    }

    @Test
    void opensOnePictureAtATimeAndClosesIt() throws IOException {
        byte[] jpeg = Pictures.jpeg(32, 24, 1);
        AtomicInteger open = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        Stream<Picture> pictures = IntStream.range(0, 45).mapToObj(i -> new Picture("p" + i, "", () -> {
            assertThat(open.incrementAndGet()).isOne();
            opened.incrementAndGet();
            InputStream stream = new ByteArrayInputStream(jpeg) {
                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
            return Optional.of(new BlobStore.Content(jpeg.length, stream));
        }));

        assertThat(written("Many", pictures)).isNotEmpty();
        assertThat(open).hasValue(0);
        assertThat(opened).hasValue(45);
    }
}
