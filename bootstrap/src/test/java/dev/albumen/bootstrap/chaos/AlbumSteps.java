package dev.albumen.bootstrap.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls that change an album's order, each as what it does to the list of the album's images. */
final class AlbumSteps {

    private final Evidence evidence;

    AlbumSteps(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Possible.Step<List<String>>> of(String album) {
        History history = evidence.history();
        List<Possible.Step<List<String>>> steps = new ArrayList<>();
        Set<String> images = new HashSet<>();
        for (Recorded upload : history.of(Action.UPLOAD, Action.COMPLETE, Action.SEND_TUS)) {
            if (history.sent(upload, "album").equals(Optional.of(album))) {
                images.addAll(broughtBy(upload));
            }
        }
        steps.addAll(uploads(album));
        List<Recorded> own = history.of(Action.ADD_TO_ALBUM, Action.REMOVE_FROM_ALBUM, Action.MOVE_IN_ALBUM).stream()
                .filter(recorded -> album.equals(recorded.call().sent().get("album"))).toList();
        own.forEach(recorded -> images.add(recorded.call().sent().get("image")));
        steps.addAll(history.steps(own, AlbumSteps::effect));
        steps.addAll(history.steps(
                history.of(Action.PURGE).stream().filter(purge -> images.contains(purge.call().sent().get("image"))).toList(),
                AlbumSteps::effect));
        return steps;
    }

    /** Repeats of one upload bring the same image, so they are one step for each image that it may be. */
    private List<Possible.Step<List<String>>> uploads(String album) {
        Map<String, List<Recorded>> byImage = new HashMap<>();
        for (Recorded upload : evidence.history().of(Action.UPLOAD, Action.COMPLETE, Action.SEND_TUS)) {
            if (evidence.history().sent(upload, "album").equals(Optional.of(album))) {
                broughtBy(upload).forEach(image -> byImage.computeIfAbsent(image, any -> new ArrayList<>()).add(upload));
            }
        }
        List<Possible.Step<List<String>>> steps = new ArrayList<>();
        byImage.forEach((image, calls) -> steps.addAll(
                evidence.history().steps(calls, any -> before -> Optional.of(appended(before, image)))));
        return steps;
    }

    /** The image that was answered, or those that it may have been. */
    private Set<String> broughtBy(Recorded upload) {
        String answered = History.answer(upload, "image");
        if (answered != null) {
            return Set.of(answered);
        }
        Optional<String> sha256 = evidence.history().sent(upload, "sha256");
        return evidence.rows().images().stream()
                .filter(image -> sha256.equals(Optional.of(image.sha256())) && image.owner().equals(upload.call().account()))
                .map(Rows.Image::id)
                .filter(image -> ImageCalls.mayBring(upload, image))
                .collect(Collectors.toSet());
    }

    private static Function<List<String>, Optional<List<String>>> effect(Recorded recorded) {
        String image = recorded.call().sent().get("image");
        String after = recorded.call().sent().get("after");
        return switch (recorded.call().action()) {
            case ADD_TO_ALBUM -> before -> Optional.of(appended(before, image));
            case MOVE_IN_ALBUM -> before -> moved(before, image, after);
            default -> before -> Optional.of(before.stream().filter(one -> !one.equals(image)).toList());
        };
    }

    private static List<String> appended(List<String> before, String image) {
        if (before.contains(image)) {
            return before;
        }
        List<String> longer = new ArrayList<>(before);
        longer.add(image);
        return List.copyOf(longer);
    }

    private static Optional<List<String>> moved(List<String> before, String image, @Nullable String after) {
        if (!before.contains(image) || after != null && !before.contains(after)) {
            return Optional.empty();
        }
        List<String> order = new ArrayList<>(before);
        order.remove(image);
        order.add(after == null ? 0 : order.indexOf(after) + 1, image);
        return Optional.of(List.copyOf(order));
    }
}
