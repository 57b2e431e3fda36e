package dev.albumen.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers calls that do many things at once with 207 and an outcome for each, in the order of the request. */
@Singleton
public final class BatchAnswers {

    private final JsonAnswers answers;
    private final ProblemAnswers problems;

    BatchAnswers(JsonAnswers answers, ProblemAnswers problems) {
        this.answers = answers;
        this.problems = problems;
    }

    /** How one item went. */
    public sealed interface Outcome {

        /**
         * @param status as the item alone would have been answered
         * @param image the image as it is now, where the call shows it
         */
        record Done(int status, @Nullable UUID imageId, @Nullable Object image) implements Outcome {}

        record Refused(@Nullable UUID imageId, Refusal refusal) implements Outcome {}
    }

    public HttpResponse<?> of(HttpRequest<?> request, List<Outcome> outcomes) {
        List<Item> items = IntStream.range(0, outcomes.size()).mapToObj(index -> item(request, index, outcomes.get(index))).toList();
        return answers.fresh(207, new Items(items));
    }

    private Item item(HttpRequest<?> request, int index, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(int status, UUID imageId, Object image) -> new Item(index, status, imageId, image, null);
            case Outcome.Refused(UUID imageId, Refusal refusal) -> {
                Problem problem = RefusalProblems.of(refusal);
                yield new Item(index, problem.status(), imageId, null, problems.bodyOf(request, problem));
            }
        };
    }

    @Serdeable.Serializable
    record Items(List<Item> items) {}

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(int index, int status, @Nullable UUID imageId, @Nullable Object image, ProblemAnswers.@Nullable Body problem) {}
}
