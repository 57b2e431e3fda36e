package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.gif.GifCommentDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.albumen.application.image.CaptionedPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.image.Videos;
import dev.albumen.application.rendition.MetadataStripper;
import dev.albumen.application.rendition.MetadataStripperContract;
import dev.albumen.domain.image.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentStripperTest extends MetadataStripperContract {

    private static final List<Class<? extends Directory>> PRIVATE = List.of(GpsDirectory.class, XmpDirectory.class,
            IptcDirectory.class, JpegCommentDirectory.class, GifCommentDirectory.class, ExifThumbnailDirectory.class);

    /** Any but the zeros of a clock that shows nothing. */
    private static final Pattern TIME = Pattern.compile("\\w*(?:Date|Time)\\w* *: (?!0000).*\\d{4}[:-]\\d\\d.*");
    private static final Pattern PLACE = Pattern.compile("\\w*(?:GPS|Location)\\w* *: .*");

    @Override
    protected MetadataStripper stripper() {
        return new SegmentStripper();
    }

    @Override
    protected int orientationOf(byte[] file, MediaType mediaType) throws Exception {
        ExifIFD0Directory exif = metadata(file).getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (exif == null) {
            return 1;
        }
        assertThat(exif.getTagCount()).as("only the orientation").isEqualTo(1);
        return exif.getInt(ExifDirectoryBase.TAG_ORIENTATION);
    }

    @Override
    protected List<String> privateThings(byte[] file, MediaType mediaType) throws Exception {
        if (mediaType == MediaType.WEBM) {
            return List.of(); // which it cannot read
        }
        return StreamSupport.stream(metadata(file).getDirectories().spliterator(), false)
                .filter(directory -> PRIVATE.stream().anyMatch(kind -> kind.isInstance(directory)))
                .map(Directory::getName).toList();
    }

    @Test
    void itsReaderFindsPrivateThingsWhereTheyAre() throws Exception {
        assertThat(privateThings(Pictures.jpegWithGps(60, 40), MediaType.JPEG)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(privateThings(CaptionedPictures.png(CaptionedPictures.xmp(), true), MediaType.PNG)).isNotEmpty();
        assertThat(privateThings(CaptionedPictures.ofEveryKind().get(MediaType.GIF), MediaType.GIF)).isNotEmpty();
        assertThat(privateThings(CaptionedPictures.ofEveryKind().get(MediaType.WEBP), MediaType.WEBP)).isNotEmpty();
    }

    @Test
    void metadataExtractorFindsNothingPrivateInAVideo() throws Exception {
        for (byte[] file : new byte[][] {strip(Videos.mp4(), MediaType.MP4), strip(Videos.movTurned(), MediaType.MOV)}) {
            String said = StreamSupport.stream(metadata(file).getDirectories().spliterator(), false)
                    .flatMap(directory -> directory.getTags().stream())
                    .map(Object::toString).filter(tag -> !tag.startsWith("[File")).collect(Collectors.joining("\n"));
            assertThat(said).contains("Duration", "160").doesNotContain(Pictures.SECRET, Pictures.OWNER, "59.9", "2024");
        }
    }

    /** A reader that knows what every maker's recorder writes, in tracks too. */
    @ParameterizedTest
    @MethodSource("datedVideos")
    void exiftoolFindsNoTimeAndNoPlaceInAVideo(byte[] original, MediaType mediaType) throws Exception {
        Optional<Path> exiftool = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "exiftool"))
                .filter(Files::isExecutable).findFirst();
        assumeTrue(exiftool.isPresent(), "exiftool is not installed here");
        assertThat(said(exiftool.get(), original, mediaType)).anyMatch(TIME.asMatchPredicate()).anyMatch(PLACE.asMatchPredicate());

        List<String> left = said(exiftool.get(), strip(original, mediaType), mediaType);

        assertThat(left).isNotEmpty().noneMatch(TIME.asMatchPredicate()).noneMatch(PLACE.asMatchPredicate());
        assertThat(String.join("\n", left)).doesNotContain(
                "2024", "59.9", "59 deg", Pictures.MAKE, Pictures.LENS, Pictures.SECRET, Pictures.OWNER);
    }

    static Stream<Arguments> datedVideos() {
        return Stream.concat(videos(), Stream.of(
                Arguments.of(Named.of("QuickTime of a telephone", Videos.movOfATelephone()), MediaType.MOV)));
    }

    /** Tags and values, one in a line, without those of the file system. */
    private List<String> said(Path exiftool, byte[] video, MediaType mediaType) throws Exception {
        Path file = Files.write(folder.resolve("said." + mediaType.extension()), video);
        ChildProgram.Outcome outcome = new ChildProgram(exiftool).run(folder, Duration.ofSeconds(30),
                List.of("-s", "-a", "-ee", "-u", "--System:all", file.toString()));
        assertThat(outcome.succeeded()).as(outcome.errors()).isTrue();
        return outcome.output().lines().toList();
    }

    /** Each frame and each sample decoded, hashed by ffmpeg. */
    @ParameterizedTest
    @MethodSource("videos")
    void keepsEveryFrameAndSample(byte[] original, MediaType mediaType) throws Exception {
        Ffmpeg ffmpeg = new InstalledFfmpeg(null, System.getenv("PATH")).ffmpeg().orElse(null);
        assumeTrue(ffmpeg != null, "ffmpeg is not installed here");
        String before = hashes(ffmpeg, original);
        assertThat(before).contains("0,");
        assertThat(hashes(ffmpeg, strip(original, mediaType))).isEqualTo(before);
    }

    static Stream<Arguments> videos() {
        return Stream.of(
                Arguments.of(Named.of("MP4", Videos.mp4()), MediaType.MP4),
                Arguments.of(Named.of("QuickTime", Videos.movTurned()), MediaType.MOV),
                Arguments.of(Named.of("WebM", Videos.webm()), MediaType.WEBM));
    }

    private String hashes(Ffmpeg ffmpeg, byte[] video) throws Exception {
        Path file = Files.write(folder.resolve("hashed"), video);
        ChildProgram.Outcome outcome = new ChildProgram(ffmpeg.program()).run(folder, Duration.ofSeconds(30),
                List.of("-nostdin", "-loglevel", "error", "-i", file.toString(), "-f", "framemd5", "-"));
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.succeeded()).isTrue();
        return outcome.output().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    @Test
    void doesNotClaimToStripTiff() throws Exception {
        assertThat(stripper().strips(MediaType.TIFF)).isFalse();
        Path file = Files.write(folder.resolve("t"), Pictures.tiff(8, 8));
        assertThatThrownBy(() -> stripper().strip(file, MediaType.TIFF, folder.resolve("to")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Metadata metadata(byte[] file) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
    }
}
