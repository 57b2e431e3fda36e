package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What the checker says of a run.
 *
 * @param acknowledged how many uploads were
 * @param kills of nodes and databases, as the run counted them
 * @param undecided how many things changed in too many ways at once to be checked
 * @param defects only those that were found
 */
record Verdict(int acknowledged, int kills, int undecided, Map<Defect, Found> defects) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Verdict {
        defects = Map.copyOf(defects);
    }

    /** @param first some of them, each with its id */
    record Found(int count, List<String> first) {
        Found {
            first = List.copyOf(first);
        }
    }

    Verdict withKills(int made) {
        return new Verdict(acknowledged, made, undecided, defects);
    }

    int count(Defect defect) {
        Found found = defects.get(defect);
        return found == null ? 0 : found.count();
    }

    boolean clean() {
        return defects.isEmpty();
    }

    /** One number for each defect by its label, zeros too, and below {@code findings} what was found. */
    String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("acknowledged", acknowledged);
        for (Defect defect : Defect.values()) {
            json.put(defect.label(), count(defect));
        }
        json.put("kills", kills).put("undecided", undecided).put("clean", clean());
        ObjectNode findings = json.putObject("findings");
        for (Defect defect : Defect.values()) {
            if (count(defect) > 0) {
                defects.get(defect).first().forEach(findings.withArray(defect.label())::add);
            }
        }
        return json.toString();
    }
}
