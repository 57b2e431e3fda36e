package dev.albumen.application.rendition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives each entry of an archive a name that no other has, whatever the case of its letters. */
final class ArchiveNames {

    private static final int SECOND = 2;

    private final Set<String> taken = new HashSet<>();
    /** The next number to try for a name that was taken, so that a thousand of one name cost a thousand tries. */
    private final Map<String, Integer> next = new HashMap<>();

    /** The name, with a number before its ending where it is taken. */
    String unique(String name) {
        if (taken.add(folded(name))) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        int number = next.getOrDefault(folded(name), SECOND);
        String free = numbered(stem, number, ending);
        while (!taken.add(folded(free))) {
            number++;
            free = numbered(stem, number, ending);
        }
        next.put(folded(name), number + 1);
        return free;
    }

    private static String numbered(String stem, int number, String ending) {
        return stem + " (" + number + ")" + ending;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
