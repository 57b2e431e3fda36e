package dev.albumen.imaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Videos;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoHeaderTest {

    @TempDir
    Path folder;

    @Test
    void saysHowLongAVideoPlaysAndWhatItIsCodedIn() throws Exception {
        Dimensions size = new Dimensions(Videos.WIDTH, Videos.HEIGHT);
        assertThat(read(Videos.mp4(), MediaType.MP4)).isEqualTo(new VideoHeader(MediaType.MP4, size, Videos.SECONDS, "h264", false));
        assertThat(read(Videos.movTurned(), MediaType.MOV)).isEqualTo(new VideoHeader(MediaType.MOV, size, Videos.SECONDS, "h264", false));
        assertThat(read(Videos.webm(), MediaType.WEBM)).isEqualTo(new VideoHeader(MediaType.WEBM, size, Videos.SECONDS, "vp9", false));
    }

    @Test
    void saysWhetherItsBrightnessGoesBeyondOrdinaryPictures() throws Exception {
        assertThat(read(Videos.mp4OfHighRange(), MediaType.MP4).highRange()).isTrue();
    }

    @Test
    void leavesOutADurationThatNobodySaid() throws Exception {
        assertThat(read(Videos.mp4Fragmented(), MediaType.MP4).seconds()).isNull();
        byte[] unknown = Videos.mp4();
        ByteBuffer.wrap(unknown).putInt(text(unknown).indexOf("mvhd") + 20, -1);
        assertThat(read(unknown, MediaType.MP4).seconds()).isNull();
        byte[] scaleless = Videos.mp4();
        ByteBuffer.wrap(scaleless).putInt(text(scaleless).indexOf("mvhd") + 16, 0);
        assertThat(read(scaleless, MediaType.MP4).seconds()).isNull();
    }

    @Test
    void doesNotBelieveAnAbsurdDuration() throws Exception {
        byte[] centuries = Videos.mp4();
        ByteBuffer.wrap(centuries).putInt(text(centuries).indexOf("mvhd") + 16, 1).putInt(text(centuries).indexOf("mvhd") + 20, -2);
        assertThat(read(centuries, MediaType.MP4).seconds()).isNull();
        byte[] nonsense = Videos.webm();
        int duration = text(nonsense).indexOf("D\u0089\u0088");
        ByteBuffer.wrap(nonsense).putDouble(duration + 3, Double.NaN);
        assertThat(read(nonsense, MediaType.WEBM).seconds()).isNull();
    }

    @Test
    void readsARecordingThatWasNeverFinished() throws Exception {
        byte[] live = Videos.webm();
        int segment = text(live).indexOf("\u0018S\u0080g");
        int cluster = text(live).indexOf("\u001FC\u00B6u");
        unknownSize(live, segment + 4);
        unknownSize(live, cluster + 4);
        assertThat(read(live, MediaType.WEBM).codec()).isEqualTo("vp9");
    }

    @Test
    void namesACodecThatNobodyKnowsAsItNamesItself() throws Exception {
        assertThat(read(Videos.mp4OfUnknownCodec(), MediaType.MP4).codec()).isEqualTo("zzzz");
    }

    /** All ones, in as many bytes as it has. */
    private static void unknownSize(byte[] file, int at) {
        int length = Integer.numberOfLeadingZeros(file[at] & 0xFF) - 23;
        file[at] = (byte) (0xFF >> length - 1);
        for (int i = 1; i < length; i++) {
            file[at + i] = (byte) 0xFF;
        }
    }

    private VideoHeader read(byte[] bytes, MediaType mediaType) throws Exception {
        try (FileBytes file = FileBytes.open(Files.write(folder.resolve("video"), bytes))) {
            return VideoHeader.read(file, mediaType);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
