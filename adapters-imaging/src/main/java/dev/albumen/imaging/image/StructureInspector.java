package dev.albumen.imaging.image;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at signature, header and structure; accepts what the engine that runs decodes, and videos. */
@Singleton
final class StructureInspector implements Inspector {

    private final ImageLimits limits;
    private final Set<MediaType> accepted;

    StructureInspector(ImageLimits limits, AcceptedTypes accepted) {
        this.limits = limits;
        this.accepted = accepted.types();
    }

    @Override
    public Set<MediaType> accepted() {
        return accepted;
    }

    @Override
    public Inspection inspect(Path file) {
        try (FileBytes bytes = FileBytes.open(file)) {
            MediaType type = acceptedType(bytes);
            return type.isVideo() ? video(bytes, type) : picture(bytes, type);
        } catch (BrokenFileException e) {
            throw new Refusal.Unprocessable(e.code(), e.getMessage()).thrown();
        } catch (IOException e) {
            throw new DependencyException("reading an uploaded file", e);
        }
    }

    private Inspection picture(FileBytes bytes, MediaType type) throws IOException, BrokenFileException {
        Header header = Header.read(bytes, type);
        requireNone(header.excess(limits));
        return new Inspection(type, header.upright());
    }

    private Inspection video(FileBytes bytes, MediaType type) throws IOException, BrokenFileException {
        VideoHeader header = VideoHeader.read(bytes, type);
        requireNone(header.excess(limits));
        return new Inspection(type, header.upright());
    }

    private static void requireNone(Optional<String> excess) {
        excess.ifPresent(detail -> {
            throw new Refusal.TooLarge("too-many-pixels", detail).thrown();
        });
    }

    private MediaType acceptedType(FileBytes bytes) throws IOException, BrokenFileException {
        if (bytes.size() == 0) {
            throw BrokenFileException.truncated("The file is empty.");
        }
        Signature signature = Signature.of(bytes.bytes(0, (int) Math.min(Signature.LENGTH, bytes.size())));
        return switch (signature) {
            case Signature.Known(MediaType type) when accepted.contains(type) -> type;
            case Signature.Known(MediaType type) -> throw unsupported(type.mimeType());
            case Signature.Foreign(String name) -> throw unsupported(name);
        };
    }

    private RefusedException unsupported(String name) {
        String kinds = accepted.stream().map(MediaType::mimeType).collect(Collectors.joining(", "));
        return new Refusal.UnsupportedType("This file is " + name + ". Accepted: " + kinds + ".").thrown();
    }
}
