package dev.albumen.bootstrap.chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal, asked for what a check needs. */
final class History {

    /** A call whose connection died may have its effect so much later. */
    private static final long LATE_MS = 30_000;
    static final Set<Action> UPLOADS = EnumSet.of(Action.UPLOAD, Action.COMPLETE, Action.SEND_TUS);

    private final List<Recorded> journal;
    private final Map<String, Call> opened = new HashMap<>();

    History(List<Recorded> journal) {
        this.journal = List.copyOf(journal);
        for (Recorded recorded : journal) {
            String upload = answer(recorded, "upload");
            if (upload != null) {
                opened.put(upload, recorded.call());
            }
        }
    }

    List<Recorded> all() {
        return journal;
    }

    List<Recorded> of(Action... actions) {
        Set<Action> wanted = EnumSet.copyOf(Arrays.asList(actions));
        return journal.stream().filter(recorded -> wanted.contains(recorded.call().action())).toList();
    }

    /** Answered with success. */
    static boolean succeeded(Recorded recorded) {
        return status(recorded).startsWith("2");
    }

    /** Nobody can say whether it had its effect: no answer came, or one that blames the service. */
    static boolean uncertain(Recorded recorded) {
        return status(recorded).equals(Outcome.NONE) || status(recorded).startsWith("5") && !status(recorded).equals("507");
    }

    static String status(Recorded recorded) {
        return recorded.outcome().map(Outcome::status).orElse(Outcome.NONE);
    }

    /** {@code null} where there is none. */
    static @Nullable String answer(Recorded recorded, String name) {
        return recorded.outcome().map(outcome -> outcome.answer().get(name)).orElse(null);
    }

    static long endMs(Recorded recorded) {
        return recorded.outcome().map(Outcome::endMs).orElse(Long.MAX_VALUE);
    }

    /** What was sent, or for a call about an upload what was sent as that was opened. */
    Optional<String> sent(Recorded recorded, String name) {
        String own = recorded.call().sent().get(name);
        Call opening = opened.get(recorded.call().sent().getOrDefault("upload", ""));
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(opening).map(call -> call.sent().get(name)));
    }

    /** Contents by the images that were answered for them. */
    Map<String, String> acknowledgedImages() {
        Map<String, String> images = new LinkedHashMap<>();
        for (Recorded recorded : of(UPLOADS.toArray(Action[]::new))) {
            String image = answer(recorded, "image");
            if (succeeded(recorded) && image != null) {
                sent(recorded, "sha256").ifPresent(sha256 -> images.putIfAbsent(image, sha256));
            }
        }
        return images;
    }

    /** Whose image it is, by the answers. */
    Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        for (Recorded recorded : journal) {
            for (String kind : List.of("image", "album", "share")) {
                String id = answer(recorded, kind);
                if (id != null && succeeded(recorded) && !recorded.call().account().equals(World.NOBODY)) {
                    owners.putIfAbsent(id, recorded.call().account());
                }
            }
        }
        return owners;
    }

    Set<String> accounts() {
        Set<String> accounts = new TreeSet<>();
        journal.stream().map(recorded -> recorded.call().account()).filter(Predicate.not(World.NOBODY::equals)).forEach(accounts::add);
        return accounts;
    }

    /**
     * Steps of the calls that may have had an effect. Calls that say that they are one and the same, by their key or their upload, are
     * one step.
     */
    <S> List<Possible.Step<S>> steps(Collection<Recorded> calls, Function<Recorded, Function<S, Optional<S>>> effect) {
        Map<String, List<Recorded>> same = new LinkedHashMap<>();
        for (Recorded recorded : calls) {
            if (succeeded(recorded) || uncertain(recorded)) {
                same.computeIfAbsent(identity(recorded), any -> new ArrayList<>()).add(recorded);
            }
        }
        return same.values().stream().map(group -> step(group, effect)).toList();
    }

    private static String identity(Recorded recorded) {
        Call call = recorded.call();
        if (call.key() != null) {
            return call.account() + " key " + call.key();
        }
        String upload = call.sent().get("upload");
        return UPLOADS.contains(call.action()) && upload != null ? "upload " + upload : "call " + call.number();
    }

    private static <S> Possible.Step<S> step(List<Recorded> group, Function<Recorded, Function<S, Optional<S>>> effect) {
        long start = group.stream().mapToLong(recorded -> recorded.call().startMs()).min().orElseThrow();
        Optional<Recorded> certain = group.stream().filter(History::succeeded).min(Comparator.comparingLong(History::endMs));
        long end = certain.map(History::endMs).orElseGet(() ->
                group.stream().mapToLong(History::endMs).map(at -> at == Long.MAX_VALUE ? at : at + LATE_MS).max().orElseThrow());
        return new Possible.Step<>(start, end, certain.isPresent(), effect.apply(certain.orElse(group.getFirst())));
    }

    /** Every content that the account may have sent, whether or not it was answered. */
    Set<String> contentsOf(String account) {
        return of(Action.UPLOAD, Action.OPEN_DIRECT, Action.OPEN_TUS).stream()
                .filter(recorded -> recorded.call().account().equals(account))
                .flatMap(recorded -> sent(recorded, "sha256").stream())
                .collect(Collectors.toSet());
    }
}
