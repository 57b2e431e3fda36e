package dev.albumen.application.transfer;

/**
 * A file of an archive of which no image came to be.
 *
 * @param path in the archive, cut to {@value #MAX_PATH} characters
 * @param outcome whether it is none that could be imported, or should have been
 * @param code why, for programs
 * @param detail why, for people
 */
public record LeftEntry(String path, Outcome outcome, String code, String detail) {

    public static final int MAX_PATH = 500;
    private static final int MAX_DETAIL = 500;

    public enum Outcome { SKIPPED, FAILED }

    public LeftEntry {
        path = cut(path.replaceAll("[\\p{Cc}\\p{Cs}]", "\ufffd"), MAX_PATH);
        detail = cut(detail, MAX_DETAIL);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
