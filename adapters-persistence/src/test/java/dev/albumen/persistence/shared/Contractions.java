package dev.albumen.persistence.shared;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a change of the schema takes away from nodes of the release before, which run on it for a while. */
final class Contractions {

    /** How a file says that it knows what it does: the release before does not use it any more. */
    static final Pattern MARK = Pattern.compile("(?m)^-- contracts: unused since \\S+");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final List<Pattern> TAKEN = Stream.of(
                    "DROP\\s+(TABLE|VIEW|MATERIALIZED\\s+VIEW|TYPE|SEQUENCE|SCHEMA)\\b[^;]*",
                    "ALTER\\s+TABLE[^;]*\\bDROP\\s+(COLUMN|DEFAULT)\\b[^;]*",
                    "\\bRENAME\\s+(TO|COLUMN|[a-z_]+\\s+TO)\\b[^;]*",
                    "ALTER\\s+COLUMN\\s+\\S+\\s+(SET\\s+DATA\\s+)?TYPE\\b[^;]*",
                    "ALTER\\s+COLUMN\\s+\\S+\\s+SET\\s+NOT\\s+NULL[^;]*",
                    "ADD\\s+COLUMN\\s+(?:(?!DEFAULT|GENERATED)[^,;])*NOT\\s+NULL(?:(?!DEFAULT|GENERATED)[^,;])*(?=[,;]|$)")
            .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
            .toList();

    private Contractions() {}

    /** The statements, or parts of them, that nodes of the release before may stumble over; none where the file says that they do not. */
    static List<String> in(String migration) {
        if (MARK.matcher(migration).find()) {
            return List.of();
        }
        String sql = COMMENT.matcher(migration).replaceAll("");
        return TAKEN.stream().flatMap(pattern -> pattern.matcher(sql).results()).map(MatchResult::group).map(String::strip).toList();
    }
}
