package dev.albumen.imaging.image;

import com.drew.metadata.Metadata;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads EXIF and IPTC with metadata-extractor, XMP, texts, what video containers say, and the colour profile's name. */
@Singleton
final class ExtractorMetadataReader implements MetadataReader {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractorMetadataReader.class);
    private static final int MAX_PROFILE_NAME = 200;
    /** Clocks ahead of ours, and in zones ahead of UTC. */
    private static final Duration MAX_AHEAD = Duration.ofDays(1);

    private final InstantSource clock;

    ExtractorMetadataReader(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public ImageMetadata read(Path file, MediaType mediaType) {
        try (FileBytes bytes = FileBytes.open(file)) {
            MetadataBlocks blocks = new MetadataBlocks(bytes);
            try {
                MetadataWalk.read(bytes, mediaType, blocks);
            } catch (BrokenFileException e) {
                LOG.debug("metadata read up to where it breaks: {}", e.getMessage());
            }
            return metadata(blocks, profileName(bytes, mediaType));
        } catch (IOException | RuntimeException e) {
            // the picture counts, with or without it
            LOG.debug("no metadata read: {}", e.toString());
            return ImageMetadata.NONE;
        }
    }

    private ImageMetadata metadata(MetadataBlocks blocks, @Nullable String profileName) {
        Metadata directories = blocks.directories();
        ExifFields fields = new ExifFields(directories, new XmpFields(blocks.xmp()), blocks.video());
        RawDirectories raw = new RawDirectories();
        raw.addAll(directories);
        blocks.xmp().asMap().forEach((path, text) -> raw.add("XMP", path, text));
        blocks.texts().forEach((name, text) -> raw.add("Text", name, text));
        blocks.video().texts().forEach((key, text) -> raw.add("Video", key, text));
        if (profileName != null) {
            raw.add("ICC Profile", "Profile Description", profileName);
        }
        return new ImageMetadata(new CaptureTime(blocks, clock.instant().plus(MAX_AHEAD)).taken(), fields.camera(),
                fields.lens(), fields.exposure(), fields.position(), null, profileName, new CaptionFields(blocks).caption(), raw.asMap());
    }

    private static @Nullable String profileName(FileBytes file, MediaType mediaType) throws IOException {
        try {
            Optional<String> name = EmbeddedProfile.read(file, mediaType).flatMap(ProfileName::of);
            return name.flatMap(text -> CleanText.of(text, MAX_PROFILE_NAME)).orElse(null);
        } catch (BrokenFileException e) {
            return null;
        }
    }
}
