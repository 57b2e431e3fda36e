package dev.albumen.aws.label;

import dev.albumen.application.label.Labeler;
import dev.albumen.application.label.LabelerContract;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.LabelRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The contract on Amazon's Rekognition: some forty calls, which cost some cents. */
@EnabledIfEnvironmentVariable(named = "ALBUMEN_TEST_AWS_REKOGNITION", matches = "true")
class AwsLabelerTest extends LabelerContract {

    private static final LabelRules RULES = new LabelRules(new Confidence(100), 30);
    private static final String REGION = System.getenv().getOrDefault("ALBUMEN_TEST_AWS_REGION", "us-east-1");

    private final List<RekognitionLabeler> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(RekognitionLabeler::close);
    }

    @Override
    protected Labeler labeler(BlobStore from) {
        RekognitionSettings settings = new RekognitionSettings(REGION, null, References.NEVER, true);
        RekognitionLabeler labeler =
                new RekognitionLabeler(settings, from, Optional::empty, RULES, DefaultCredentialsProvider.create());
        opened.add(labeler);
        return labeler;
    }
}
