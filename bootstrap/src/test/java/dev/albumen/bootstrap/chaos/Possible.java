package dev.albumen.bootstrap.chaos;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All states in which a thing may be after calls that overlapped, and of which some may or may not have had their effect: an
 * order of the calls in which each takes effect at one moment between its beginning and its end (Herlihy, Wing,
 * "Linearizability: A Correctness Condition for Concurrent Objects", 1990).
 */
final class Possible {

    private static final int MOST = 200_000;

    private Possible() {}

    /**
     * Something that changes the thing.
     *
     * @param endMs when it has had its effect at the latest
     * @param certain whether it had one; otherwise it may have had none
     * @param effect empty in a state in which it cannot have happened
     */
    record Step<S>(long startMs, long endMs, boolean certain, Function<S, Optional<S>> effect) {}

    private record Place<S>(BitSet done, S state) {}

    /** Empty where there are too many to look at. A set without states means that nothing explains all certain steps. */
    static <S> Optional<Set<S>> ends(S start, List<Step<S>> unordered) {
        List<Step<S>> steps = unordered.stream().sorted(Comparator.comparingLong(Step::startMs)).toList();
        Set<S> ends = new HashSet<>();
        Set<Place<S>> seen = new HashSet<>();
        Deque<Place<S>> ahead = new ArrayDeque<>();
        ahead.push(new Place<>(new BitSet(), start));
        while (!ahead.isEmpty()) {
            Place<S> place = ahead.pop();
            if (!seen.add(place)) {
                continue;
            }
            if (seen.size() > MOST) {
                return Optional.empty();
            }
            if (allCertainDone(steps, place.done())) {
                ends.add(place.state());
            }
            follow(steps, place, ahead);
        }
        return Optional.of(ends);
    }

    private static <S> boolean allCertainDone(List<Step<S>> steps, BitSet done) {
        for (int i = done.nextClearBit(0); i < steps.size(); i = done.nextClearBit(i + 1)) {
            if (steps.get(i).certain()) {
                return false;
            }
        }
        return true;
    }

    private static <S> void follow(List<Step<S>> steps, Place<S> place, Deque<Place<S>> ahead) {
        long last = place.done().isEmpty() ? Long.MIN_VALUE : steps.get(place.done().length() - 1).startMs();
        long mustBeginBy = Long.MAX_VALUE;
        for (int i = place.done().nextClearBit(0); i < steps.size(); i = place.done().nextClearBit(i + 1)) {
            if (steps.get(i).startMs() > mustBeginBy) {
                break;
            }
            if (steps.get(i).certain()) {
                mustBeginBy = Math.min(mustBeginBy, steps.get(i).endMs());
            }
        }
        for (int i = place.done().nextClearBit(0); i < steps.size(); i = place.done().nextClearBit(i + 1)) {
            Step<S> step = steps.get(i);
            if (step.startMs() > mustBeginBy) {
                break;
            }
            if (step.endMs() >= last) {
                BitSet done = (BitSet) place.done().clone();
                done.set(i);
                step.effect().apply(place.state()).ifPresent(state -> ahead.push(new Place<>(done, state)));
            }
        }
    }
}
