package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.GpsDirectory;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a link's holder gets is read again by another's eyes: it says nothing about place, person, device or file. */
final class PublicBytes {

    private PublicBytes() {}

    static void assertCleanOf(Answer answer, String filename) {
        assertThat(answer.headers().map().toString()).doesNotContain(filename);
        assertClean(answer.request(), answer.body());
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain(filename);
    }

    static void assertClean(String what, byte[] bytes) {
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).as(what).doesNotContain(
                Pictures.SECRET, Pictures.OWNER, Pictures.SERIAL_NUMBER, Pictures.MAKE, Pictures.LENS, "http://ns.adobe.com");
        try {
            for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes)).getDirectories()) {
                assertThat(directory).as(what).isNotInstanceOf(GpsDirectory.class);
                assertThat(directory.getTags().stream().map(Tag::getTagName).toList()).as(what)
                        .doesNotContain("Body Serial Number", "Camera Owner Name", "Make", "Model", "Lens Model");
            }
        } catch (ImageProcessingException | IOException e) {
            throw new AssertionError(what, e);
        }
    }
}
