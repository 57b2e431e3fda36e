package dev.albumen.rest.shared;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The headers of one part, by lower-case name. Of one that is there twice, the first counts. */
final class PartHeaders {

    private PartHeaders() {}

    static Map<String, String> parse(String block) {
        var headers = new LinkedHashMap<String, String>();
        for (String line : block.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).trim().toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
            }
        }
        return headers;
    }
}
