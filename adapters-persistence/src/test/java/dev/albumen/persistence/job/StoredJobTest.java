package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UploadId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredJobTest {

    /** One of each kind. */
    private static final List<Job> JOBS = List.of(
            new Job.ProcessImage(new ImageId(new UUID(3, 4))), new Job.RerenderImage(new ImageId(new UUID(3, 4))),
            new Job.RestoreRenditions(new ImageId(new UUID(3, 4))), new Job.VerifyStorage(new UUID(3, 4)), new Job.ImportArchive(new UUID(3, 4)),
            new Job.LabelImage(new ImageId(new UUID(3, 4))), new Job.LabelLibrary(new UUID(3, 4)),
            new Job.SendMail(new UUID(3, 4)), new Job.CompleteUpload(new UploadId(new UUID(3, 4))), new Job.MoveStorage(new UUID(3, 4)));

    @Test
    void readsBackEveryKind() {
        assertThat(JOBS.stream().<Class<?>>map(Job::getClass)).containsExactlyInAnyOrder(kinds());

        assertThat(JOBS).allSatisfy(job -> {
            StoredJob stored = StoredJob.of(job);
            assertThat(StoredJob.KINDS.get(stored.kind()).apply(stored.data())).isEqualTo(job);
        });
    }

    private static Class<?>[] kinds() {
        return Job.class.getPermittedSubclasses();
    }
}
