package dev.albumen.bootstrap.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Albums that were made are there unless they were deleted, with their images in an order that calls have made. */
final class Albums implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Rows.Album> rows =
                evidence.rows().albums().stream().collect(Collectors.toMap(Rows.Album::id, album -> album));
        Map<String, List<String>> places = new HashMap<>();
        evidence.rows().places().forEach(place -> places.computeIfAbsent(place.album(), any -> new ArrayList<>()).add(place.image()));
        for (Recorded creation : evidence.history().of(Action.CREATE_ALBUM)) {
            String album = History.answer(creation, "album");
            if (History.succeeded(creation) && album != null) {
                judge(evidence, album, rows.get(album), places.getOrDefault(album, List.of()), findings);
            }
        }
    }

    private static void judge(
            Evidence evidence, String album, Rows.@Nullable Album row, List<String> order, Findings findings) {
        List<Recorded> deletions = evidence.history().of(Action.DELETE_ALBUM).stream()
                .filter(recorded -> album.equals(recorded.call().sent().get("album"))).toList();
        if (row == null) {
            if (deletions.stream().noneMatch(recorded -> History.succeeded(recorded) || History.uncertain(recorded))) {
                findings.add(Defect.LOST, album, "an album that nobody deleted has no row");
            }
        } else if (deletions.stream().anyMatch(History::succeeded)) {
            findings.add(Defect.RESURRECTED, album, "an album that was deleted has a row");
        } else {
            judgeOrder(evidence, row, order, findings);
            judgeAnswers(evidence, row, order, findings);
        }
    }

    private static void judgeOrder(Evidence evidence, Rows.Album album, List<String> order, Findings findings) {
        Set<String> there = evidence.imagesById().keySet();
        Optional<Set<List<String>>> ends = Possible.ends(List.of(), new AlbumSteps(evidence).of(album.id()));
        if (ends.isEmpty()) {
            findings.leaveUndecided("album " + album.id());
        } else if (ends.get().stream().noneMatch(end -> end.stream().filter(there::contains).toList().equals(order))) {
            findings.add(Defect.ALBUM_ORDER, album.id(), "calls do not explain its order " + order);
        }
    }

    /** What every node shows is what the rows say, without what is in the trash. */
    private static void judgeAnswers(Evidence evidence, Rows.Album album, List<String> order, Findings findings) {
        Map<String, Rows.Image> images = evidence.imagesById();
        List<String> seen = order.stream().filter(id -> !images.get(id).trashed()).toList();
        for (int node = 0; node < evidence.world().nodes(); node++) {
            List<String> shown = evidence.world().list(node, album.owner(), "albums/" + album.id() + "/images?sort=manual&limit=200");
            if (!shown.equals(seen)) {
                boolean twice = new HashSet<>(shown).size() < shown.size();
                findings.add(Defect.ALBUM_ORDER, album.id(), "node " + node + (twice ? " shows images twice: " : " shows ") + shown);
            }
        }
    }
}
