package dev.albumen.persistence.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what in a change of the schema keeps a lock on a table for as long as its rows are many, while nodes use it. */
final class LongLocks {

    /** How a file says that a table never has many rows. */
    private static final Pattern MARK = Pattern.compile("(?m)^-- locks: (\\S+) is small");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern MADE = pattern("CREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?([a-z_0-9]+)");
    /** The table is the first group. */
    private static final List<Pattern> LOCKING = Stream.of(
                    "CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?!CONCURRENTLY)[^;]*?\\bON\\s+(?:ONLY\\s+)?([a-z_0-9]+)[^;]*",
                    "ALTER\\s+TABLE\\s+(?:ONLY\\s+)?([a-z_0-9]+)[^;]*\\b(?:CHECK|REFERENCES|UNIQUE|EXCLUDE|PRIMARY\\s+KEY)\\b(?!\\s+USING)(?:(?!NOT\\s+VALID)[^;])*(?=;|$)",
                    "ALTER\\s+TABLE\\s+(?:ONLY\\s+)?([a-z_0-9]+)[^;]*\\bGENERATED\\b[^;]*\\bSTORED\\b[^;]*")
            .map(LongLocks::pattern)
            .toList();

    private LongLocks() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The statements that do so; none on tables that the file itself makes, or of which it says that they are small. */
    static List<String> in(String migration) {
        String sql = COMMENT.matcher(migration).replaceAll("");
        Set<String> spared = new HashSet<>();
        MADE.matcher(sql).results().forEach(made -> spared.add(made.group(1).toLowerCase(Locale.ROOT)));
        MARK.matcher(migration).results().forEach(small -> spared.add(small.group(1)));
        return LOCKING.stream().flatMap(pattern -> pattern.matcher(sql).results())
                .filter(found -> !spared.contains(found.group(1).toLowerCase(Locale.ROOT)))
                .map(MatchResult::group).map(String::strip).toList();
    }
}
