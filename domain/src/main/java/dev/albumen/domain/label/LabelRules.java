package dev.albumen.domain.label;

import dev.albumen.domain.tag.TagName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which findings are worth suggesting.
 *
 * @param threshold less sure ones are left out
 * @param most how many of one picture, the surest ones
 */
public record LabelRules(Confidence threshold, int most) {

    private static final Comparator<Finding> SUREST_FIRST =
            Comparator.comparing(Finding::confidence).reversed().thenComparing(finding -> finding.name().value());

    public LabelRules {
        if (most < 1) {
            throw new IllegalArgumentException("most " + most);
        }
    }

    /** The ones to suggest, the surest first, each name once. */
    public List<Finding> suggested(List<Finding> found) {
        Map<TagName, Finding> surest = found.stream()
                .filter(finding -> finding.confidence().compareTo(threshold) >= 0)
                .collect(Collectors.toMap(Finding::name, Function.identity(), BinaryOperator.minBy(SUREST_FIRST)));
        return surest.values().stream().sorted(SUREST_FIRST).limit(most).toList();
    }
}
