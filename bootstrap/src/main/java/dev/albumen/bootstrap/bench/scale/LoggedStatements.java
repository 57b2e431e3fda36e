package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements as PostgreSQL logs them, for pgbench.
 *
 * @param script one statement a line, its parameters as pgbench's variables
 * @param values of these variables
 */
record LoggedStatements(String script, Map<String, String> values) {

    private static final Pattern ENTRY = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] ");
    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}execute [^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern DETAIL = Pattern.compile("DETAIL: {2}parameters: (.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");
    private static final Pattern READING = Pattern.compile("(?is)(SELECT|WITH)\\b.*");

    private record Entry(String session, String text) {}

    /** All that was read in the sessions that named somebody. */
    static LoggedStatements ofSessionsThatAskedFor(String who, String log) {
        List<Entry> entries = entries(log);
        List<String> sessions = entries.stream().filter(entry -> entry.text().contains(who)).map(Entry::session).distinct().toList();
        StringBuilder script = new StringBuilder();
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (int i = 0; i < entries.size(); i++) {
            Matcher statement = STATEMENT.matcher(entries.get(i).text());
            if (!sessions.contains(entries.get(i).session()) || !statement.matches() || !READING.matcher(statement.group(1)).matches()) {
                continue;
            }
            String sql = statement.group(1).replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").strip();
            Matcher detail = i + 1 < entries.size() ? DETAIL.matcher(entries.get(i + 1).text()) : DETAIL.matcher("");
            if (detail.matches()) {
                sql = withVariables(sql, detail.group(1), "s" + number, values);
            }
            script.append(sql).append(";\n");
            number++;
        }
        if (number == 0) {
            throw new BenchFailed("The database's log tells of no statement for a listing:" + System.lineSeparator() + log);
        }
        return new LoggedStatements(script.toString(), values);
    }

    private static List<Entry> entries(String log) {
        List<Entry> entries = new ArrayList<>();
        for (String line : log.split("\n")) {
            Matcher start = ENTRY.matcher(line);
            if (start.find()) {
                entries.add(new Entry(start.group(1), line.substring(start.end())));
            } else if (!entries.isEmpty()) {
                Entry last = entries.removeLast();
                entries.add(new Entry(last.session(), last.text() + "\n" + line));
            }
        }
        return entries;
    }

    private static String withVariables(String sql, String parameters, String prefix, Map<String, String> values) {
        Map<Integer, String> given = new LinkedHashMap<>();
        VALUE.matcher(parameters).results().forEach(value -> given.put(Integer.valueOf(value.group(1)), value.group(2)));
        return Pattern.compile("\\$(\\d+)").matcher(sql).replaceAll(found -> {
            int n = Integer.parseInt(found.group(1));
            String value = given.getOrDefault(n, "NULL");
            if (value.equals("NULL")) {
                return "NULL";
            }
            values.put(prefix + "_" + n, value.substring(1, value.length() - 1).replace("''", "'"));
            return ":" + prefix + "_" + n;
        });
    }
}
