package dev.albumen.application.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Exposure;
import dev.albumen.domain.image.MediaType;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link MetadataReader} must do. */
public abstract class MetadataReaderContract {

    @TempDir
    Path folder;

    protected abstract MetadataReader reader();

    @Test
    void readsWhatATelephoneWrites() throws IOException {
        ImageMetadata metadata = read(Pictures.jpegWithGps(60, 40), MediaType.JPEG);
        assertThat(metadata.takenAt()).isEqualTo(Pictures.TAKEN_AT);
        assertThat(metadata.camera()).isEqualTo("Albion A7");
        assertThat(metadata.lens()).isEqualTo(Pictures.LENS);
        assertThat(metadata.exposure()).isEqualTo(new Exposure(1 / 250.0, 2.8, 400, 35.0));
        assertThat(metadata.gps()).satisfies(gps -> {
            assertThat(gps.latitude()).isCloseTo(Pictures.LATITUDE, within(1e-9));
            assertThat(gps.longitude()).isCloseTo(Pictures.LONGITUDE, within(1e-9));
            assertThat(gps.altitude()).isEqualTo(Pictures.ALTITUDE);
        });
        assertThat(metadata.raw().values()).anySatisfy(tags -> assertThat(tags).containsValue(Pictures.SERIAL_NUMBER));
        assertThat(metadata.raw().values()).anySatisfy(tags -> assertThat(tags).containsValue(Pictures.SECRET));
    }

    @Test
    void readsTheSameFromOtherKinds() throws IOException {
        ImageMetadata jpeg = read(Pictures.jpegWithGps(60, 40), MediaType.JPEG);
        for (ImageMetadata other : new ImageMetadata[] {
                read(Pictures.pngWithGps(1), MediaType.PNG), read(Pictures.webpWithGps(1), MediaType.WEBP)}) {
            assertThat(other.takenAt()).isEqualTo(jpeg.takenAt());
            assertThat(other.camera()).isEqualTo(jpeg.camera());
            assertThat(other.gps()).isEqualTo(jpeg.gps());
        }
        assertThat(read(Pictures.pngWithGps(1), MediaType.PNG).raw().values())
                .anySatisfy(tags -> assertThat(tags).containsEntry("Comment", Pictures.SECRET));
    }

    @Test
    void namesTheColorProfile() throws IOException {
        assertThat(read(Pictures.displayP3Jpeg(60, 40, Color.RED), MediaType.JPEG).colorProfile()).isNotBlank();
        assertThat(read(Pictures.displayP3Png(60, 40, Color.RED), MediaType.PNG).colorProfile()).isNotBlank();
    }

    @Test
    void aFileWithoutMetadataHasNone() throws IOException {
        for (ImageMetadata metadata : new ImageMetadata[] {
                read(Pictures.jpeg(60, 40), MediaType.JPEG), read(Pictures.gif(60, 40), MediaType.GIF),
                read(Pictures.text(), MediaType.JPEG)}) {
            assertThat(metadata.takenAt()).isNull();
            assertThat(metadata.camera()).isNull();
            assertThat(metadata.gps()).isNull();
        }
        assertThat(reader().read(folder.resolve("absent"), MediaType.JPEG)).isEqualTo(ImageMetadata.NONE);
    }

    @Test
    void leavesOutWhatCannotBeTrue() throws IOException {
        byte[] jpeg = replaced(Pictures.jpegWithGps(60, 40), "2024:07:14 18:30:15", "0000:00:00 00:00:00");
        assertThat(read(jpeg, MediaType.JPEG).takenAt()).isNull();
        jpeg = replaced(Pictures.jpegWithGps(60, 40), "2024:07:14 18:30:15", "2024:02:30 18:30:15");
        assertThat(read(jpeg, MediaType.JPEG).takenAt()).isNull();
    }

    @Test
    void takesAClockWithoutAnOffsetForUtc() throws IOException {
        byte[] jpeg = replaced(Pictures.jpegWithGps(60, 40), "+02:00", "??:??\0");
        assertThat(read(jpeg, MediaType.JPEG).takenAt()).isEqualTo("2024-07-14T18:30:15Z");
    }

    @Test
    void cleansWhatADatabaseCannotStore() throws IOException {
        byte[] jpeg = replaced(Pictures.jpegWithGps(60, 40), Pictures.LENS, "Albi\0n\u0007 35mm\n2.8!");
        ImageMetadata metadata = read(jpeg, MediaType.JPEG);
        assertThat(metadata.lens()).doesNotContain("\0", "\u0007", "\n");
        for (Map<String, String> directory : metadata.raw().values()) {
            directory.forEach((name, text) -> assertThat(name + text).doesNotContain("\0", "\u0007"));
        }
    }

    @Test
    void damageAnywhereThrowsNothing() throws IOException {
        for (byte[] whole : new byte[][] {Pictures.jpegWithGps(16, 16), Arrays.copyOf(Pictures.jpegWithGps(16, 16), 500)}) {
            for (int at = 0; at < Math.min(whole.length, 1200); at++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) 0x55;
                assertThat(read(damaged, MediaType.JPEG)).isNotNull();
            }
        }
    }

    protected final ImageMetadata read(byte[] bytes, MediaType mediaType) throws IOException {
        return reader().read(Files.write(folder.resolve("file"), bytes), mediaType);
    }

    private static byte[] replaced(byte[] file, String text, String by) {
        byte[] changed = file.clone();
        byte[] bytes = by.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, changed, indexOf(file, text), bytes.length);
        return changed;
    }

    private static int indexOf(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
