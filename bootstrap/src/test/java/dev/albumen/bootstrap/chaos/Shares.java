package dev.albumen.bootstrap.chaos;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Links open what they may while they may: not once they were revoked, not past their time. */
final class Shares implements Check {

    /** Clocks of nodes and of the run may differ. */
    private static final long TOLERANCE_MS = 60_000;

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Long> revoked = revokedAt(evidence.history());
        requireClosed(evidence.history(), revoked, findings);
        Map<String, Rows.Share> rows = evidence.rows().shares().stream().collect(Collectors.toMap(Rows.Share::id, share -> share));
        Set<String> maybeRevoked = evidence.history().of(Action.REVOKE_SHARE).stream()
                .filter(recorded -> History.succeeded(recorded) || History.uncertain(recorded))
                .map(recorded -> recorded.call().sent().get("share")).collect(Collectors.toSet());
        Set<String> albums = evidence.rows().albums().stream().map(Rows.Album::id).collect(Collectors.toSet());
        for (Recorded creation : evidence.history().of(Action.CREATE_SHARE)) {
            String share = History.answer(creation, "share");
            if (share == null || !History.succeeded(creation)) {
                continue;
            }
            boolean there = rows.containsKey(share) && rows.get(share).active();
            if (there && revoked.containsKey(share)) {
                findings.add(Defect.RESURRECTED, share, "a link that was revoked is active");
            } else if (!there && !maybeRevoked.contains(share) && albums.contains(creation.call().sent().getOrDefault("album", ""))) {
                findings.add(Defect.LOST, share, "a link that nobody revoked is not active");
            } else {
                requireAnswers(evidence, creation, share, Optional.ofNullable(there ? rows.get(share) : null), findings);
            }
        }
    }

    /** When each was over, by the end of the call. */
    private static Map<String, Long> revokedAt(History history) {
        Map<String, Long> revoked = new HashMap<>();
        for (Recorded recorded : history.of(Action.REVOKE_SHARE)) {
            if (History.succeeded(recorded)) {
                revoked.merge(recorded.call().sent().get("share"), History.endMs(recorded), Math::min);
            }
        }
        return revoked;
    }

    private static void requireClosed(History history, Map<String, Long> revoked, Findings findings) {
        Map<String, Long> expires = new HashMap<>();
        for (Recorded creation : history.of(Action.CREATE_SHARE)) {
            String share = History.answer(creation, "share");
            String until = creation.call().sent().get("expires");
            if (share != null && until != null) {
                expires.put(share, Instant.parse(until).toEpochMilli());
            }
        }
        for (Recorded opening : history.of(Action.OPEN_SHARE)) {
            String share = opening.call().sent().getOrDefault("share", "");
            long at = opening.call().startMs();
            if (History.succeeded(opening) && at > revoked.getOrDefault(share, Long.MAX_VALUE)) {
                findings.add(Defect.SHARE_LIMITS, share, "it was opened after it was revoked");
            } else if (History.succeeded(opening) && at - TOLERANCE_MS > expires.getOrDefault(share, Long.MAX_VALUE)) {
                findings.add(Defect.SHARE_LIMITS, share, "it was opened after it had expired");
            }
        }
    }

    private static void requireAnswers(
            Evidence evidence, Recorded creation, String share, Optional<Rows.Share> row, Findings findings) {
        Set<Integer> right = new HashSet<>();
        if (row.isEmpty()) {
            right.add(404);
        } else {
            Instant now = Instant.now();
            Optional<Instant> end = Optional.ofNullable(row.get().expiresAt());
            if (end.isEmpty() || end.get().isAfter(now.minusMillis(TOLERANCE_MS))) {
                right.add(200);
            }
            if (end.isPresent() && end.get().isBefore(now.plusMillis(TOLERANCE_MS))) {
                right.add(410);
            }
        }
        String token = History.answer(creation, "token");
        for (int node = 0; node < evidence.world().nodes() && token != null; node++) {
            int status = evidence.world().get(node, World.NOBODY, "public/shares/" + token).status();
            if (!right.contains(status)) {
                findings.add(Defect.SHARE_LIMITS, share, "node " + node + " answers " + status + ", not " + right);
            }
        }
    }
}
