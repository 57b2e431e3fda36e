package dev.albumen.bootstrap.operations;

import dev.albumen.aws.storage.LocalS3;
import dev.albumen.aws.storage.S3Settings;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class VerificationOnS3IT extends Verification {

    private LocalS3 s3;

    @Override
    Map<String, String> settings() throws Exception {
        s3 = LocalS3.start();
        S3Settings bucket = s3.newBucket();
        return Map.of(
                "ALBUMEN_STORAGE", "s3",
                "ALBUMEN_S3_BUCKET", bucket.bucket(),
                "ALBUMEN_S3_ENDPOINT", s3.endpoint().toString(),
                "ALBUMEN_S3_PATH_STYLE", "true",
                "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID,
                "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY);
    }

    @AfterAll
    void stopS3() throws Exception {
        s3.close();
    }
}
