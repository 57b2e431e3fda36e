package dev.albumen.aws.label;

import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.tag.TagName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.Label;
import software.amazon.awssdk.services.rekognition.model.LabelCategory;
import software.amazon.awssdk.services.rekognition.model.ModerationLabel;
import software.amazon.awssdk.services.rekognition.model.Parent;

/** Reads what Rekognition says, and leaves out what makes no sense. */
final class Answers {

    /** In percent. What is less sure would have moderators look at too much. */
    static final float LEAST_CONCERN = 60;

    /** More than any answer has; a wrong one fills no memory and no table. */
    private static final int MOST = 1000;

    private static final int MOST_PARENTS = 20;

    private Answers() {}

    /** Each name once, as sure as it comes first, which is the surest. */
    static List<Finding> findings(DetectLabelsResponse answer) {
        Map<TagName, Finding> found = new LinkedHashMap<>();
        answer.labels().stream().limit(MOST).flatMap(label -> finding(label).stream())
                .forEach(finding -> found.merge(finding.name(), finding, Answers::surer));
        return List.copyOf(found.values());
    }

    private static Finding surer(Finding one, Finding other) {
        return one.confidence().compareTo(other.confidence()) >= 0 ? one : other;
    }

    private static Optional<Finding> finding(Label label) {
        Optional<Confidence> confidence = confidence(label.confidence());
        return name(label.name()).flatMap(name -> confidence.map(sure -> new Finding(name, category(label), sure,
                label.parents().stream().map(Parent::name).flatMap(parent -> name(parent).stream()).distinct().limit(MOST_PARENTS).toList())));
    }

    private static @Nullable String category(Label label) {
        return label.categories().stream().map(LabelCategory::name).flatMap(Stream::ofNullable).map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= Finding.MAX_CATEGORY).findFirst().orElse(null);
    }

    static List<Concern> concerns(DetectModerationLabelsResponse answer) {
        Map<String, Concern> found = new LinkedHashMap<>();
        answer.moderationLabels().stream().limit(MOST).flatMap(label -> concern(label).stream())
                .forEach(concern -> found.putIfAbsent(concern.name(), concern));
        return List.copyOf(found.values());
    }

    private static Optional<Concern> concern(ModerationLabel label) {
        String name = label.name();
        if (name == null || name.isBlank() || name.length() > Concern.MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return confidence(label.confidence()).map(sure -> new Concern(name, sure));
    }

    private static Optional<TagName> name(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(TagName::ofKeyword);
    }

    private static Optional<Confidence> confidence(@Nullable Float percent) {
        return percent == null || !Float.isFinite(percent) ? Optional.empty() : Optional.of(Confidence.of(percent / 100.0));
    }
}
