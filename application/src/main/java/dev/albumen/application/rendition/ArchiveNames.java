package dev.albumen.application.rendition;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives each entry of an archive a name that can be a file's on every common system, and that no other has, whatever the
 * case of its letters and however they are composed.
 */
public final class ArchiveNames {

    private static final int SECOND = 2;
    /** Of a name in UTF-8. File systems take 255, and a number may be added. */
    private static final int MAX_BYTES = 230;
    /** Of an ending, which is kept where a name is cut. */
    private static final int MAX_ENDING_LENGTH = 16;

    /** What parts folders, means something to a shell of Windows, or is not shown; joiners make one emoji of several. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|&&[^\\u200d]]");
    private static final Pattern TRAILING = Pattern.compile("[. ]+$");
    /** Devices of Windows, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private final Set<String> taken = new HashSet<>();
    /** The next number to try for a name that was taken, so that a thousand of one name cost a thousand tries. */
    private final Map<String, Integer> next = new HashMap<>();

    /** The name made safe, with a number before its ending where it is taken. */
    public String unique(String wanted) {
        String name = safe(wanted);
        if (taken.add(folded(name))) {
            return name;
        }
        String ending = ending(name);
        String stem = name.substring(0, name.length() - ending.length());
        int number = next.getOrDefault(folded(name), SECOND);
        String free = numbered(stem, number, ending);
        while (!taken.add(folded(free))) {
            number++;
            free = numbered(stem, number, ending);
        }
        next.put(folded(name), number + 1);
        return free;
    }

    private static String safe(String name) {
        String clean = UNSAFE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("_").strip();
        String whole = TRAILING.matcher(cut(clean)).replaceAll("");
        if (whole.isEmpty()) {
            return "image";
        }
        return whole.startsWith(".") || DEVICE.matcher(whole).matches() ? "_" + whole : whole;
    }

    /** By whole characters, from the end of the stem. */
    private static String cut(String name) {
        String ending = ending(name);
        int room = MAX_BYTES - bytes(ending);
        String stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) > room) {
            int excess = Math.max(1, (bytes(stem) - room) / 4);
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -Math.min(excess, stem.codePointCount(0, stem.length()))));
        }
        return stem + ending;
    }

    /** With its dot; empty for a name without one, or with one that ends nothing. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= MAX_ENDING_LENGTH ? name.substring(dot) : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String numbered(String stem, int number, String ending) {
        return stem + " (" + number + ")" + ending;
    }

    private static String folded(String name) {
        // up and down again, because some letters have more than one small form
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
