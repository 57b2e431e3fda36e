package dev.albumen.application.label;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tells what labelling many images would cost, before it is begun. */
public final class EstimateLabeling {

    private final Transactions transactions;
    private final LabelRuns runs;
    private final Labeler labeler;
    private final LabelBudget budget;
    private final LabelSettings settings;
    private final InstantSource clock;

    public EstimateLabeling(
            Transactions transactions, LabelRuns runs, Labeler labeler, LabelBudget budget, LabelSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.labeler = labeler;
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
    }

    public record Query(LabelScope scope, boolean again) {}

    /**
     * @param images to label
     * @param calls that cost something
     * @param dollars their price by the instance's settings, rounded up to cents
     * @param callsLeftToday within the budget
     */
    public record Estimate(Provider by, long images, long calls, BigDecimal dollars, long callsLeftToday) {}

    public Estimate handle(Viewer viewer, Query query) {
        Optional<UserId> owner = query.scope().owner(viewer);
        return transactions.read(() -> {
            Provider by = runs.present(labeler);
            long images = runs.count(new LabelRuns.Wanted(owner, by, query.again()));
            long calls = images * labeler.callsPerImage();
            return new Estimate(by, images, calls, settings.price().of(calls), left(owner));
        });
    }

    private long left(Optional<UserId> owner) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long ofAll = settings.limits().perDay() - budget.spent(day);
        long ofOwner = owner.map(user -> settings.limits().perDayAndUser() - budget.spent(day, user)).orElse(ofAll);
        return Math.max(0, Math.min(ofAll, ofOwner));
    }
}
