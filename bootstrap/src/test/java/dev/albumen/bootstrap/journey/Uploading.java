package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What tests of all ways in have in common. */
final class Uploading {

    static final byte[] PICTURE = Pictures.jpegOrientedWithGps(6);

    private Uploading() {}

    static void assertUsed(Client owner, long used, long reserved) {
        JsonNode usage = owner.get("users/me/usage").expect(200).json();
        assertThat(List.of(usage.path("usedBytes").asLong(), usage.path("reservedBytes").asLong())).containsExactly(used, reserved);
    }

    static List<Answer> atOnce(int number, IntFunction<Answer> call) {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, number).mapToObj(i -> many.submit(() -> call.apply(i))).toList();
            return answers.stream().map(Uploading::got).toList();
        }
    }

    private static Answer got(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
