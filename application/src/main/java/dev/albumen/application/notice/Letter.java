package dev.albumen.application.notice;

import java.util.List;
import java.util.stream.Collectors;

/** What a mail says, which is the same as text and as HTML. Whatever others wrote is text in both. */
record Letter(List<Part> parts) {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"></head>
            <body style="font: 16px/1.5 sans-serif; max-width: 36em">
            %s
            </body></html>
            """;

    /** A piece on lines of its own. */
    sealed interface Part {

        /** A paragraph. */
        record Words(String text) implements Part {}

        /** An address of this instance, to be followed. */
        record Address(String url) implements Part {}
    }

    String text() {
        return parts.stream().map(part -> switch (part) {
            case Part.Words(String text) -> text;
            case Part.Address(String url) -> url;
        }).collect(Collectors.joining("\n\n", "", "\n"));
    }

    String html() {
        return PAGE.formatted(parts.stream().map(part -> switch (part) {
            case Part.Words(String text) -> "<p>" + escaped(text) + "</p>";
            case Part.Address(String url) -> "<p><a href=\"" + escaped(url) + "\">" + escaped(url) + "</a></p>";
        }).collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
