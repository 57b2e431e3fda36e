package dev.albumen.bootstrap.bench.thumbnails;

import java.net.URI;
import java.util.Map;

/** One request, the same each time. */
public record Asked(URI address, Map<String, String> headers) {

    /** A line for wrk's script: the path with its query, then names and values of headers, parted by tabs. */
    String line() {
        StringBuilder line = new StringBuilder(address.getRawPath());
        if (address.getRawQuery() != null) {
            line.append('?').append(address.getRawQuery());
        }
        headers.forEach((name, value) -> line.append('\t').append(name).append('\t').append(value));
        return line.toString();
    }
}
