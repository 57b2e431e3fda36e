package dev.albumen.rest.share.page;

import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.shared.MemoryBytes;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What pages load besides pictures. An asset's name tells its content, so that browsers keep it and never ask again. */
@Singleton
final class Assets {

    static final String ROOT = "/assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Bytes style;
    private final Bytes icon;
    private final Map<String, Bytes> byName;

    Assets(ResourceResolver resources) {
        style = MemoryBytes.of("text/css; charset=utf-8", FOR_EVER,
                (read(resources, "share/share.css") + Shapes.css()).getBytes(StandardCharsets.UTF_8));
        icon = MemoryBytes.of("image/svg+xml", FOR_EVER, read(resources, "share/icon.svg").getBytes(StandardCharsets.UTF_8));
        byName = Map.of(styleName(), style, iconName(), icon);
    }

    /** The address of the pages' only style sheet. */
    String style() {
        return ROOT + styleName();
    }

    String icon() {
        return ROOT + iconName();
    }

    Optional<Bytes> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private String styleName() {
        return "share-" + style.tag() + ".css";
    }

    private String iconName() {
        return "icon-" + icon.tag() + ".svg";
    }

    private static String read(ResourceResolver resources, String name) {
        try (InputStream in = resources.getResourceAsStream("classpath:" + name).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
