package dev.albumen.bootstrap.verify;

import dev.albumen.application.integrity.StorageDefect;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.integrity.CheckBeside;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what a check found. */
final class Findings {

    private static final int PAGE = 1000;

    private final CheckBeside check;
    private final PrintWriter out;

    Findings(CheckBeside check, PrintWriter out) {
        this.check = check;
        this.out = out;
    }

    /** Whether all is well, or was made so. */
    boolean print(CheckBeside.State state) throws SQLException {
        line("originals", state.checkedContents());
        line("missing", state.missing());
        line("truncated", state.truncated());
        line("altered", state.altered());
        line("missing renditions", state.missingRenditions());
        line("images rendered anew", state.rerendered());
        line("orphaned files", state.orphans());
        line("  of these too young to sweep", state.youngOrphans());
        boolean good = true;
        Optional<ImageId> after = Optional.empty();
        for (List<StorageDefect> page = page(state, after); !page.isEmpty(); page = page(state, after)) {
            for (StorageDefect defect : page) {
                boolean repaired = state.repairs() && defect.kind() == StorageDefect.Kind.MISSING_RENDITIONS;
                good &= repaired;
                out.println((repaired ? "rendered anew" : text(defect.kind())) + "\t" + defect.image());
            }
            after = Optional.of(page.getLast().image());
        }
        out.flush();
        return good;
    }

    private List<StorageDefect> page(CheckBeside.State state, Optional<ImageId> after) throws SQLException {
        return check.defectsAfter(state.id(), after, PAGE);
    }

    private void line(String what, long count) {
        out.println(String.format(Locale.ROOT, "%-30s %d", what, count));
    }

    private static String text(StorageDefect.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
