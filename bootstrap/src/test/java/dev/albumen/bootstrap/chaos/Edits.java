package dev.albumen.bootstrap.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Titles and tags are those of acknowledged calls. */
final class Edits implements Check {

    private static final String UNKNOWN = "as it was before";

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, String> now = new HashMap<>();
        for (Rows.Image image : evidence.rows().images()) {
            now.put("title of " + image.id(), String.valueOf(image.title()));
        }
        for (Rows.Album album : evidence.rows().albums()) {
            now.put("album " + album.id(), album.title() + ", " + album.visibility());
        }
        Set<String> tags = Set.copyOf(evidence.rows().tags());
        edits(evidence.history()).forEach((thing, calls) -> {
            boolean isTag = thing.startsWith("tag ");
            String actual = isTag ? Boolean.toString(tags.contains(thing.substring("tag ".length()))) : now.get(thing);
            boolean there = !isTag || now.containsKey("title of " + thing.split(" ")[1]);
            if (actual != null && there) {
                judge(evidence.history(), thing, calls, actual, findings);
            }
        });
    }

    private static void judge(History history, String thing, List<Recorded> calls, String actual, Findings findings) {
        Optional<Set<String>> ends = Possible.ends(
                UNKNOWN, history.steps(calls, recorded -> before -> Optional.of(value(recorded))));
        if (ends.isEmpty()) {
            findings.leaveUndecided(thing);
        } else if (!ends.get().contains(UNKNOWN) && !ends.get().contains(actual)) {
            findings.add(Defect.LOST_EDITS, thing, "it is " + actual + ", and should be one of " + ends.get());
        }
    }

    private static Map<String, List<Recorded>> edits(History history) {
        return history.of(Action.RENAME_IMAGE, Action.EDIT_ALBUM, Action.TAG, Action.UNTAG).stream()
                .collect(Collectors.groupingBy(Edits::thing, TreeMap::new, Collectors.toList()));
    }

    private static String thing(Recorded recorded) {
        Map<String, String> sent = recorded.call().sent();
        return switch (recorded.call().action()) {
            case RENAME_IMAGE -> "title of " + sent.get("image");
            case EDIT_ALBUM -> "album " + sent.get("album");
            default -> "tag " + sent.get("image") + " " + sent.get("tag");
        };
    }

    private static String value(Recorded recorded) {
        Map<String, String> sent = recorded.call().sent();
        return switch (recorded.call().action()) {
            case RENAME_IMAGE -> String.valueOf(sent.get("title"));
            case EDIT_ALBUM -> sent.get("title") + ", " + sent.get("visibility");
            default -> Boolean.toString(recorded.call().action() == Action.TAG);
        };
    }
}
