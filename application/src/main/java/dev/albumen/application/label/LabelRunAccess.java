package dev.albumen.application.label;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import java.util.UUID;

/** Who may look at a labelling: whose images it is about, and admins. To others there is none. */
final class LabelRunAccess {

    private final LabelRuns runs;

    LabelRunAccess(LabelRuns runs) {
        this.runs = runs;
    }

    LabelRun require(Viewer viewer, UUID id) {
        Viewer.Member member = viewer.member();
        return runs.find(id)
                .filter(run -> member.role().atLeast(Role.ADMIN) || run.whose().filter(member.userId()::equals).isPresent())
                .orElseThrow(Refusal::notFound);
    }
}
