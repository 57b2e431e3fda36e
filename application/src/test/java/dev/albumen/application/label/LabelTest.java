package dev.albumen.application.label;

import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.label.CallPrice;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelRules;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.tag.TagName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** What tests of labelling share: a labeler that takes two calls for each image, and small limits. */
abstract class LabelTest extends UseCaseTest {

    static final TagName SEA = new TagName("sea");
    static final LocalDate TODAY = LocalDate.parse("2026-05-01");

    final FakeLabeler labeler = new FakeLabeler(2);
    final LabelSettings settings = new LabelSettings(
            new LabelRules(new Confidence(500), 3), new CallLimits(10, 6), new CallPrice(new BigDecimal("1.00")));
    final InMemoryLease lease = new InMemoryLease();
    final Labeling labeling = new Labeling(transactions, catalogue.images(), labeler, catalogue.imageLabels(),
            catalogue.reviews(), catalogue.labelBudget(), settings, clock);
    final LabelledImage labelled = new LabelledImage(catalogue.imageViews());

    ImageLabels.Sheet sheet(Image image) {
        return catalogue.imageLabels().of(image.id());
    }

    /** What became of each label. */
    Map<TagName, LabelState> states(Image image) {
        return sheet(image).labels().stream().collect(Collectors.toMap(label -> label.found().name(), Label::state));
    }
}
