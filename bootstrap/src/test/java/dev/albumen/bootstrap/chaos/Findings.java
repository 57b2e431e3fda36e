package dev.albumen.bootstrap.chaos;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What checks have found, each thing once for each defect. Many threads may add. */
final class Findings {

    private static final int NAMED = 20;

    private final Map<Defect, Map<String, String>> found = new EnumMap<>(Defect.class);
    private final Set<String> undecided = new TreeSet<>();

    /**
     * @param id of the thing that is wrong; named again under the same defect it counts no more
     * @param what about it
     */
    synchronized void add(Defect defect, String id, String what) {
        found.computeIfAbsent(defect, any -> new LinkedHashMap<>()).putIfAbsent(id, id + ": " + what);
    }

    /** Too much happened to a thing at once to tell whether it is as it should be. */
    synchronized void leaveUndecided(String id) {
        undecided.add(id);
    }

    synchronized Verdict verdict(int acknowledged) {
        Map<Defect, Verdict.Found> all = new EnumMap<>(Defect.class);
        found.forEach((defect, things) -> all.put(defect,
                new Verdict.Found(things.size(), things.values().stream().limit(NAMED).toList())));
        return new Verdict(acknowledged, 0, undecided.size(), all);
    }

    /** For tests of single checks. */
    synchronized List<String> of(Defect defect) {
        return List.copyOf(found.getOrDefault(defect, Map.of()).values());
    }
}
