package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.MetadataStripper;
import dev.albumen.application.rendition.MetadataStripperContract;
import dev.albumen.domain.image.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SegmentStripperTest extends MetadataStripperContract {

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

    @Test
    void metadataExtractorFindsNoDirectoryOfPrivateThings() throws Exception {
        Metadata metadata = metadata(strip(Pictures.jpegOrientedWithGps(6), MediaType.JPEG));
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(XmpDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(IptcDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(JpegCommentDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(ExifThumbnailDirectory.class)).isEmpty();
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
