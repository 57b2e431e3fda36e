package dev.albumen.bootstrap.chaos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every acknowledged image is where calls have put it: in sight, in the trash, or gone for good. */
final class Fates implements Check {

    private enum State { NOT_YET, SEEN, TRASHED, GONE }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Rows.Image> rows = evidence.imagesById();
        Map<String, String> owners = evidence.history().owners();
        evidence.history().acknowledgedImages().forEach((id, sha256) -> {
            Optional<Set<State>> ends = Possible.ends(
                    State.NOT_YET, evidence.history().steps(calls(evidence.history(), id, owners.get(id), sha256), Fates::effect));
            if (ends.isEmpty()) {
                findings.leaveUndecided("image " + id);
            } else {
                judge(id, actual(rows.get(id)), ends.get(), findings);
            }
        });
    }

    private static List<Recorded> calls(History history, String id, String owner, String sha256) {
        return history.all().stream().filter(recorded -> switch (recorded.call().action()) {
            case UPLOAD, COMPLETE, SEND_TUS -> recorded.call().account().equals(owner)
                    && history.sent(recorded, "sha256").equals(Optional.of(sha256))
                    && ImageCalls.mayBring(recorded, id);
            case TRASH, RESTORE, PURGE -> id.equals(recorded.call().sent().get("image"));
            default -> false;
        }).toList();
    }

    private static Function<State, Optional<State>> effect(Recorded recorded) {
        return switch (recorded.call().action()) {
            case TRASH -> before -> before == State.NOT_YET ? Optional.empty()
                    : Optional.of(before == State.GONE ? State.GONE : State.TRASHED);
            case RESTORE -> before -> before == State.NOT_YET ? Optional.empty()
                    : Optional.of(before == State.GONE ? State.GONE : State.SEEN);
            case PURGE -> before -> before == State.NOT_YET ? Optional.empty() : Optional.of(State.GONE);
            default -> before -> before == State.GONE ? Optional.empty() : Optional.of(State.SEEN);
        };
    }

    private static State actual(Rows.@Nullable Image row) {
        return row == null ? State.GONE : row.trashed() ? State.TRASHED : State.SEEN;
    }

    private static void judge(String id, State actual, Set<State> ends, Findings findings) {
        if (ends.isEmpty()) {
            findings.add(Defect.RESURRECTED, id, "it was answered for after it was gone for good");
        } else if (!ends.contains(actual)) {
            boolean less = ends.stream().allMatch(end -> end.ordinal() < actual.ordinal());
            findings.add(less ? Defect.LOST : Defect.RESURRECTED, id, "it is " + actual + ", and should be one of " + ends);
        }
    }
}
