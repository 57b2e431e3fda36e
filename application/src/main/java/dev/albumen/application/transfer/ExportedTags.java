package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;

/** All tags of an export, those included that no image bears. */
public record ExportedTags(List<String> names) {

    public ExportedTags {
        names = List.copyOf(Objects.requireNonNullElse(names, List.of()));
    }
}
