package dev.albumen.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An admin looks after jobs, and the storage is verified, on one instance. */
class OperationsOnDiskIT extends Verification {

    private static final String BURY = """
            INSERT INTO dead_jobs (id, name, data, cause, failed_at) VALUES (?, 'process-image', ?, 'it broke', now())
            """;
    private static final String GIVE_UP = """
            UPDATE images SET status = 'failed', failure_code = 'image-unprocessed', failure_reason = 'Given up.' WHERE id = ?
            """;

    @Override
    Map<String, String> settings() {
        return Map.of();
    }

    /** A picture that was given up. Returns the dead job's id. */
    private UUID givenUp(String image) throws SQLException {
        UUID job = UUID.randomUUID();
        try (Connection connection = DriverManager.getConnection(
                        service.database().url(), service.database().user(), service.database().password());
                PreparedStatement bury = connection.prepareStatement(BURY);
                PreparedStatement giveUp = connection.prepareStatement(GIVE_UP)) {
            bury.setObject(1, job);
            bury.setString(2, image);
            bury.executeUpdate();
            giveUp.setObject(1, UUID.fromString(image));
            giveUp.executeUpdate();
        }
        return job;
    }

    @Test
    void hasWhatWasGivenUpDoneAnew() throws SQLException {
        String image = upload();
        ada.settled(image);
        UUID job = givenUp(image);
        assertThat(ada.get("images/" + image).at("status")).isEqualTo("failed");

        JsonNode dead = admin.get("admin/jobs?state=dead&kind=process-image").expect(200).json().path("items").path(0);
        assertThat(dead.path("id").asText()).isEqualTo(job.toString());
        assertThat(dead.path("imageId").asText()).isEqualTo(image);
        assertThat(dead.path("tries").asInt()).isEqualTo(5);
        assertThat(dead.path("lastError").asText()).isEqualTo("it broke");
        assertThat(admin.get("admin/jobs/queue").expect(200).json().path("dead").asInt()).isPositive();

        assertThat(admin.post("admin/jobs/" + job + "/retry", "").expect(200).at("state")).isEqualTo("pending");
        assertThat(ada.settled(image).path("status").asText()).isEqualTo("ready");
        assertThat(admin.post("admin/jobs/" + job + "/retry", "").status()).as("unknown as soon as it is over").isIn(404, 409);
    }

    @Test
    void forgetsWhatWasGivenUp() throws SQLException {
        String image = upload();
        ada.settled(image);
        UUID job = givenUp(image);

        admin.delete("admin/jobs/" + job).expect(204);
        admin.delete("admin/jobs/" + job).expect(404);
        assertThat(ada.get("images/" + image).at("status")).isEqualTo("failed");
    }

    @Test
    void holdsJobsUpUntilTheyAreResumed() {
        awaitNoJobs();
        assertThat(admin.post("admin/jobs/pause", "").expect(200).at("pausedBy")).isEqualTo(admin.get("users/me").at("id"));
        String image = upload();

        Answer waiting = admin.get("admin/jobs?state=pending").expect(200);
        assertThat(waiting.items("imageId")).containsExactly(image);
        assertThat(waiting.items("node")).containsExactly("null");
        String job = waiting.items("id").getFirst();
        assertThat(admin.post("admin/jobs/" + job + "/retry", "").expect(409).at("code")).isEqualTo("job-not-dead");
        assertThat(admin.delete("admin/jobs/" + job).expect(409).at("code")).isEqualTo("job-not-dead");
        assertThat(ada.get("images/" + image).at("status")).isEqualTo("pending");

        assertThat(admin.post("admin/jobs/resume", "").expect(200).json().path("pausedAt").isNull()).isTrue();
        assertThat(ada.settled(image).path("status").asText()).isEqualTo("ready");
    }

    @Test
    void refusesFiltersThatMeanNothing() {
        for (String query : List.of("state=done", "state=PENDING", "kind=Process", "kind=" + "a".repeat(60), "limit=0", "cursor=x")) {
            admin.get("admin/jobs?" + query).expect(400);
        }
        assertThat(admin.get("admin/jobs?kind=unheard-of").expect(200).items("id")).isEmpty();
    }
}
