package dev.albumen.bootstrap.settings;

import java.util.Comparator;
import java.util.List;

/** Somebody mistyped the name of a setting. */
final class UnknownName {

    private UnknownName() {}

    /** The refusal, with the known name that is nearest to what was typed. */
    static StartRefused refused(String name, List<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElseThrow();
        return new StartRefused(name, "there is no such setting; did you mean " + nearest + "?");
    }

    /** The edits that turn one text into the other (Levenshtein's distance). */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        java.util.Arrays.setAll(above, column -> column);
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                int cheapest = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(cheapest, above[column - 1] + change);
            }
            above = current;
        }
        return above[to.length()];
    }
}
