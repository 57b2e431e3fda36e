package dev.albumen.application.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Exposure;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.image.TakenAt.Source;
import dev.albumen.domain.image.TakenAt.Zone;
import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MetadataReader} must do. */
public abstract class MetadataReaderContract {

    /** When the readers under test are asked. */
    public static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z"));

    private static final long MAX_ALLOCATED_BYTES = 64 << 20;

    @TempDir
    Path folder;

    /** At {@link #NOW}. */
    protected abstract MetadataReader reader();

    @Test
    void readsWhatATelephoneWrites() throws IOException {
        ImageMetadata metadata = read(Pictures.jpegWithGps(60, 40), MediaType.JPEG);
        assertThat(metadata.taken()).isEqualTo(
                new TakenAt(Pictures.TAKEN_AT, ZoneOffset.ofHours(2), Source.EXIF_ORIGINAL, Zone.STATED));
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
            assertThat(metadata.caption()).isEqualTo(Caption.NONE);
        }
        assertThat(reader().read(folder.resolve("absent"), MediaType.JPEG)).isEqualTo(ImageMetadata.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        // the file says the offset; nothing does; the satellites do; the clock is wrong; they are from another day
        "2024:07:14 18:30:15, +02:00, '', 2024-07-14T16:30:15Z, +02:00, EXIF_ORIGINAL, STATED",
        "2024:07:14 18:30:15, -03:30, 2024:07:14 16:30:15, 2024-07-14T22:00:15Z, -03:30, EXIF_ORIGINAL, STATED",
        "2024:07:14 18:30:15, ??:??, '', 2024-07-14T18:30:15Z, , EXIF_ORIGINAL, ASSUMED_UTC",
        "2024:07:14 18:30:15, '', '', 2024-07-14T18:30:15Z, , EXIF_ORIGINAL, ASSUMED_UTC",
        "2024:07:14 18:30:15, '', 2024:07:14 12:44:50, 2024-07-14T12:45:15Z, +05:45, EXIF_ORIGINAL, GPS",
        "2024:07:14 18:30:15, '', 2024:07:14 16:37:00, 2024-07-14T16:37:00Z, , GPS, GPS",
        "2024:07:14 18:30:15, '', 2024:07:16 18:30:15, 2024-07-14T18:30:15Z, , EXIF_ORIGINAL, ASSUMED_UTC",
        "'', '', 2024:07:14 16:30:15, 2024-07-14T16:30:15Z, , GPS, GPS",
        "0000:00:00 00:00:00, '', 2024:07:14 16:30:15, 2024-07-14T16:30:15Z, , GPS, GPS"})
    void saysHowTheTimeWasFound(
            String time, String offset, String satellites, Instant at, @Nullable String found, Source source, Zone zone) throws IOException {
        assertThat(read(CaptionedPictures.jpegTaken(time, offset, satellites), MediaType.JPEG).taken())
                .isEqualTo(new TakenAt(at, found == null ? null : ZoneOffset.of(found), source, zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "0000:01:01 00:00:00", "1700:01:01 00:00:00", "2024:02:30 18:30:15", "2024:13:01 00:00:00",
        "9999:12:31 23:59:59", "2026:05:03 00:00:00", "    :  :     :  :  ", "18:30:15 2024:07:14", "\uFFFF"})
    void leavesOutTimesThatCannotBe(String time) throws IOException {
        assertThat(read(CaptionedPictures.jpegTaken(time, "+02:00", ""), MediaType.JPEG).taken()).isNull();
        assertThat(read(CaptionedPictures.jpegTaken("", "", "9999:12:31 23:59:59"), MediaType.JPEG).taken()).isNull();
    }

    @Test
    void readsWhatATelephoneWritesIntoAVideo() throws IOException {
        ImageMetadata metadata = read(Videos.movOfATelephone(), MediaType.MOV);
        assertThat(metadata.taken()).isEqualTo(
                new TakenAt(Pictures.TAKEN_AT, ZoneOffset.ofHours(2), Source.QUICKTIME, Zone.STATED));
        assertThat(metadata.camera()).isEqualTo("Albion A7");
        assertThat(metadata.lens()).isEqualTo(Pictures.LENS);
        assertThat(metadata.gps()).isEqualTo(new Gps(59.9134, 10.7522, 23.4));
        assertThat(metadata.caption().title()).isEqualTo(Pictures.SECRET);
        assertThat(metadata.raw().get("Video")).containsEntry("com.apple.quicktime.location.ISO6709", Videos.TELEPHONE_PLACE);
    }

    static Stream<Arguments> videos() {
        return Stream.of(
                Arguments.of(Named.of("MP4", Videos.mp4()), MediaType.MP4),
                Arguments.of(Named.of("QuickTime", Videos.movTurned()), MediaType.MOV),
                Arguments.of(Named.of("WebM", Videos.webm()), MediaType.WEBM));
    }

    @ParameterizedTest
    @MethodSource("videos")
    void readsWhenAndWhereAVideoWasMade(byte[] video, MediaType mediaType) throws IOException {
        ImageMetadata metadata = read(video, mediaType);
        assertThat(metadata.taken()).isEqualTo(new TakenAt(Pictures.TAKEN_AT, null, Source.CONTAINER, Zone.ASSUMED_UTC));
        assertThat(metadata.gps()).satisfies(gps -> {
            assertThat(gps.latitude()).isCloseTo(59.9, within(1e-4));
            assertThat(gps.longitude()).isCloseTo(10.7, within(1e-4));
        });
        assertThat(metadata.caption().creator()).isEqualTo(Pictures.OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        // seconds since 1904: 2024-07-14T16:30:15Z; none; 1970, 1951 and 2040, which are no times of a video's
        "3803819415, 2024-07-14T16:30:15Z", "0, ", "2082844800, ", "1500000000, ", "4294967295, "})
    void believesAVideosClockWhereItCanBe(long seconds, @Nullable Instant taken) throws IOException {
        assertThat(read(Videos.mp4Taken(seconds, Videos.PLACE), MediaType.MP4).takenAt()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "+59.9000+010.7000/, 59.9, 10.7, ", "-33.8568+151.2153+004.5/, -33.8568, 151.2153, 4.5",
        "+5954.0-01042.0CRSWGS_84/, 59.9, -10.7, ", "+595400+0104200/, 59.9, 10.7, ", "+59+010, 59, 10, ",
        "+00.0000+000.0000/, , , ", "+91.0000+010.0000/, , , ", "+59.9000+181.0000/, , , ", "+5960.0+01042.0/, , , ",
        "north of here, , , ", "'', , , "})
    void readsAVideosPlaceInEveryFormOfIso6709(
            String place, @Nullable Double latitude, @Nullable Double longitude, @Nullable Double altitude) throws IOException {
        Gps gps = read(Videos.mp4Taken(Videos.NEVER, place), MediaType.MP4).gps();
        if (latitude == null || longitude == null) {
            assertThat(gps).isNull();
        } else {
            assertThat(gps).isNotNull();
            assertThat(gps.latitude()).isCloseTo(latitude, within(1e-9));
            assertThat(gps.longitude()).isCloseTo(longitude, within(1e-9));
            assertThat(gps.altitude()).isEqualTo(altitude);
        }
    }

    @Test
    void readsXmpInEveryKind() throws IOException {
        for (Map.Entry<MediaType, byte[]> picture : CaptionedPictures.ofEveryKind().entrySet()) {
            ImageMetadata metadata = read(picture.getValue(), picture.getKey());
            assertThat(metadata.caption()).as("%s", picture.getKey()).isEqualTo(picture.getKey() == MediaType.TIFF
                    ? keyworded(CaptionedPictures.CAPTION, "Sea", "東京", "low tide", "Möwe") : CaptionedPictures.CAPTION);
            assertThat(metadata.taken()).as("%s", picture.getKey())
                    .isEqualTo(new TakenAt(Pictures.TAKEN_AT, ZoneOffset.ofHours(2), Source.XMP, Zone.STATED));
            assertThat(metadata.raw().get("XMP")).containsEntry("dc:subject", "Sea; 東京; SEA; low tide");
        }
        assertThat(read(CaptionedPictures.png(CaptionedPictures.xmp(), true), MediaType.PNG).caption()).isEqualTo(CaptionedPictures.CAPTION);
    }

    @ParameterizedTest
    @CsvSource({"100", "60000"})
    void readsXmpThatOneSegmentOfAJpegCannotHold(int partBytes) throws IOException {
        String name = "0123456789ABCDEF0123456789ABCDEF";
        byte[] packet = CaptionedPictures.extendedXmp(name);
        Caption caption = read(
                CaptionedPictures.jpegWithExtendedXmp(packet, name, CaptionedPictures.xmp(), partBytes), MediaType.JPEG).caption();
        assertThat(caption).isEqualTo(CaptionedPictures.CAPTION);
        Caption foreign = read(
                CaptionedPictures.jpegWithExtendedXmp(packet, "F".repeat(32), CaptionedPictures.xmp(), partBytes), MediaType.JPEG).caption();
        assertThat(foreign).isEqualTo(new Caption("Low tide", null, null, null, null, List.of()));
    }

    @Test
    void readsIptc() throws IOException {
        ImageMetadata metadata = read(CaptionedPictures.jpegWithIptc(CaptionedPictures.iptc()), MediaType.JPEG);
        assertThat(metadata.caption()).isEqualTo(CaptionedPictures.IPTC_CAPTION);
        assertThat(metadata.taken()).isEqualTo(new TakenAt(Pictures.TAKEN_AT, ZoneOffset.ofHours(2), Source.IPTC, Zone.STATED));
        assertThat(metadata.raw().get("IPTC")).containsEntry("Object Name", "Ebbe");
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "0, ", "1, 1", "5, 5", "3.0, 3", "-2, ", "6, ", "NaN, ", "five, ", "'', ", "1e99, "})
    void takesRatingsFromMinusOneToFive(String written, @Nullable Integer rating) throws IOException {
        byte[] packet = CaptionedPictures.packet("<rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/'><xmp:Rating>" + written
                + "</xmp:Rating></rdf:Description>");
        assertThat(read(CaptionedPictures.jpeg(packet), MediaType.JPEG).caption().rating()).isEqualTo(rating);
    }

    @Test
    void takesAFewShortKeywords() throws IOException {
        String many = IntStream.range(0, 300).mapToObj(i -> "<rdf:li>w" + i + "</rdf:li>").collect(Collectors.joining());
        byte[] packet = CaptionedPictures.packet("<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:subject><rdf:Bag><rdf:li>"
                + "x".repeat(65) + "</rdf:li><rdf:li>\u0085</rdf:li>" + many + "</rdf:Bag></dc:subject></rdf:Description>");
        assertThat(read(CaptionedPictures.png(packet, false), MediaType.PNG).caption().keywords())
                .hasSize(Caption.MAX_KEYWORDS).startsWith("w0", "w1");
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

    static Set<String> hostile() {
        return HostileMetadata.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void staysWithinBoundsWhateverAFileHolds(String name) throws IOException {
        HostileMetadata.Picture picture = HostileMetadata.all().get(name);
        Path file = Files.write(folder.resolve("file"), picture.bytes());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        ImageMetadata metadata = assertTimeout(Duration.ofSeconds(10), () -> reader().read(file, picture.mediaType()));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("bytes allocated").isLessThan(MAX_ALLOCATED_BYTES);
        assertThat(metadata.toString()).hasSizeLessThan(1_000_000).doesNotContain("root:", "hahaha");
        assertThat(metadata.caption().keywords()).hasSizeLessThanOrEqualTo(Caption.MAX_KEYWORDS);
    }

    @Test
    void damageAnywhereThrowsNothing() throws IOException {
        for (byte[] whole : new byte[][] {CaptionedPictures.jpegWithIptc(CaptionedPictures.iptc()), Pictures.jpegWithGps(16, 16), Arrays.copyOf(Pictures.jpegWithGps(16, 16), 500)}) {
            for (int at = 0; at < Math.min(whole.length, 1200); at++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) 0x55;
                assertThat(read(damaged, MediaType.JPEG)).isNotNull();
            }
        }
    }

    @Test
    void damageAnywhereInAVideoThrowsNothing() throws IOException {
        for (byte[] whole : new byte[][] {Videos.movOfATelephone(), Videos.mp4()}) {
            for (int at = 0; at < whole.length; at++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) 0x55;
                assertThat(read(damaged, MediaType.MP4)).isNotNull();
            }
        }
        byte[] webm = Videos.webm();
        for (int at = 0; at < webm.length; at++) {
            byte[] damaged = webm.clone();
            damaged[at] ^= (byte) 0x55;
            assertThat(read(damaged, MediaType.WEBM)).isNotNull();
        }
    }

    protected final ImageMetadata read(byte[] bytes, MediaType mediaType) throws IOException {
        return reader().read(Files.write(folder.resolve("file"), bytes), mediaType);
    }

    private static Caption keyworded(Caption caption, String... keywords) {
        return new Caption(caption.title(), caption.description(), caption.creator(), caption.copyright(), caption.rating(), List.of(keywords));
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
