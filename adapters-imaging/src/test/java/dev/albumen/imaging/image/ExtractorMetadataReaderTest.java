package dev.albumen.imaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.internal.xmp.XMPMetaFactory;
import dev.albumen.application.image.CaptionedPictures;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.image.MetadataReaderContract;
import dev.albumen.application.image.Pictures;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtractorMetadataReaderTest extends MetadataReaderContract {

    @Override
    protected MetadataReader reader() {
        return new ExtractorMetadataReader(NOW);
    }

    @Test
    void readsTiff() throws IOException {
        assertThat(read(Pictures.tiff(60, 40), MediaType.TIFF).raw().get("Exif IFD0")).containsKey("Image Width");
    }

    @ParameterizedTest
    @EnumSource(names = {"AVIF", "HEIC"})
    void readsTheItemsOfHeif(MediaType mediaType) throws IOException {
        ImageMetadata metadata = read(CaptionedPictures.heif(), mediaType);
        assertThat(metadata.camera()).isEqualTo("Albion A7");
        assertThat(metadata.takenAt()).isEqualTo(Pictures.TAKEN_AT);
        assertThat(metadata.caption()).isEqualTo(CaptionedPictures.CAPTION);
    }

    @Test
    void damagedBoxesThrowNothing() throws IOException {
        byte[] whole = CaptionedPictures.heif();
        for (int at = 0; at < 400; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xFF;
            assertThat(read(damaged, MediaType.AVIF)).isNotNull();
        }
    }

    /** A registry that keeps what each file says would grow with every upload. */
    @Test
    void handsNoXmpInsideOfExifToTheLibrary() throws IOException {
        byte[] packet = CaptionedPictures.packet("<rdf:Description xmlns:zz='urn:albumen:zz'><zz:a>b</zz:a></rdf:Description>");
        assertThat(read(CaptionedPictures.jpegWithXmpInExif(packet), MediaType.JPEG).raw()).doesNotContainKey("XMP");
        assertThat(XMPMetaFactory.getSchemaRegistry().getNamespaceURI("zz")).isNull();
    }

    @Test
    void thousandsOfTagsOnTheSameBytesCostLittle() throws IOException {
        ByteBuffer exif = ByteBuffer.allocate(65_000).put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 2500);
        for (int i = 0; i < 2500; i++) {
            exif.putShort((short) (0xC700 + i)).putShort((short) 5).putInt(4000).putInt(30_020);
        }
        byte[] block = exif.array();
        byte[] jpeg = Pictures.jpeg(60, 40);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (block.length + 8)).array());
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(block);
        out.write(jpeg, 2, jpeg.length - 2);
        assertThat(read(out.toByteArray(), MediaType.JPEG).raw()).isEmpty();
    }

    @Test
    void aDirectoryThatContainsItselfEnds() throws IOException {
        byte[] jpeg = Pictures.jpegWithGps(60, 40);
        int exif = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("MM\0*");
        for (int at = exif; at < exif + 120; at++) {
            if (jpeg[at] == (byte) 0x87 && jpeg[at + 1] == 0x69) {
                ByteBuffer.wrap(jpeg).putInt(at + 8, 8);
            }
        }
        assertThat(read(jpeg, MediaType.JPEG).camera()).isEqualTo("Albion A7");
    }
}
