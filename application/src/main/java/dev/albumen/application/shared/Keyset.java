package dev.albumen.application.shared;

import java.util.List;

/** A place in an ordered list: the sort values of the last row seen, its id last. Opaque to everybody but the list that made it. */
public record Keyset(List<String> values) {

    public Keyset {
        values = List.copyOf(values);
    }
}
