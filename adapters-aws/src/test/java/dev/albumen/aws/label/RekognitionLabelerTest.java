package dev.albumen.aws.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.label.Labeler;
import dev.albumen.application.label.LabelerContract;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.aws.storage.ChecksumMode;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.label.LabelRules;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.tag.TagName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

class RekognitionLabelerTest extends LabelerContract {

    private static final LabelRules RULES = new LabelRules(new Confidence(550), 30);
    private static final S3Settings BUCKET = new S3Settings(
            "photos", RekognitionStub.REGION, null, false, ChecksumMode.WHEN_SUPPORTED, null, null, "albumen/");

    private final RekognitionStub stub = RekognitionStub.start();
    private final List<RekognitionLabeler> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(RekognitionLabeler::close);
        stub.close();
    }

    @Override
    protected Labeler labeler(BlobStore from) {
        return labeler(from, null, RekognitionStub.SECRET_ACCESS_KEY, stub.endpoint(), true);
    }

    private RekognitionLabeler labeler(BlobStore from, @Nullable S3Settings bucket, String secret, URI endpoint, boolean moderation) {
        RekognitionSettings settings = new RekognitionSettings(RekognitionStub.REGION, endpoint, References.AUTO, moderation);
        // As many tries as always, with next to no pauses.
        RetryStrategy hasty = RekognitionConnection.retries().toBuilder()
                .backoffStrategy(BackoffStrategy.fixedDelay(Duration.ofMillis(1)))
                .throttlingBackoffStrategy(BackoffStrategy.fixedDelay(Duration.ofMillis(1)))
                .build();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(RekognitionStub.ACCESS_KEY_ID, secret));
        RekognitionLabeler labeler = new RekognitionLabeler(
                settings, from, () -> Optional.ofNullable(bucket), RULES, RekognitionConnection.open(settings, credentials, hasty));
        opened.add(labeler);
        return labeler;
    }

    @Test
    void readsNamesCategoriesParentsAndModel() throws Exception {
        stub.answers("DetectModerationLabels", """
                {"ModerationModelVersion": "7.0", "ModerationLabels": [
                  {"Name": "Weapons", "ParentName": "Violence", "Confidence": 88.5, "TaxonomyLevel": 2},
                  {"Name": "Violence", "ParentName": "", "Confidence": 88.5, "TaxonomyLevel": 1}]}""");

        Findings found = labeler(blobs).label(kept(Pictures.jpeg(320, 240)));

        assertThat(found).isEqualTo(new Findings(new Provider("rekognition", "3.0"),
                List.of(new Finding(new TagName("sea"), "Nature and Outdoors", new Confidence(993),
                                List.of(new TagName("nature"), new TagName("water"))),
                        new Finding(new TagName("boat"), "Vehicles and Automotive", new Confidence(710), List.of(new TagName("vehicle")))),
                List.of(new Concern("Weapons", new Confidence(885)), new Concern("Violence", new Confidence(885)))));
        assertThat(stub.refused()).isEmpty();
    }

    @Test
    void sendsARenditionWithThresholdAndCap() throws Exception {
        byte[] jpeg = Pictures.jpeg(320, 240);

        labeler(blobs).label(kept(jpeg));

        String asked = stub.requests().getFirst().body();
        assertThat(asked).contains("\"Bytes\":\"" + Base64.getEncoder().encodeToString(jpeg) + "\"")
                .contains("\"MaxLabels\":30").containsPattern("\"MinConfidence\":55(\\.0)?[,}]");
        assertThat(stub.requests()).extracting(RekognitionStub.Request::operation).containsExactly("DetectLabels", "DetectModerationLabels");
    }

    @Test
    void asksOnceWhereModerationIsOff() throws Exception {
        RekognitionLabeler labeler = labeler(blobs, null, RekognitionStub.SECRET_ACCESS_KEY, stub.endpoint(), false);

        labeler.label(kept(Pictures.jpeg(320, 240)));

        assertThat(labeler.callsPerImage()).isOne();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void namesTheOriginalWhereItLiesInS3() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));

        byReference().label(image);

        assertThat(stub.requests()).allSatisfy(request -> assertThat(request.body())
                .contains("\"Bucket\":\"photos\"", "\"Name\":\"albumen/" + BlobKey.original(image.sha256()) + "\"").doesNotContain("Bytes"));
    }

    @Test
    void sendsARenditionOfWhatCannotBeReadFromS3() throws Exception {
        byte[] jpeg = Pictures.jpeg(320, 240);
        byReference().label(kept(anImage().of(MediaType.WEBP).sized(1000).rendered("preview-v1.jpg").build(), jpeg));
        byReference().label(kept(anImage().sized(PictureSource.MOST_BY_REFERENCE + 1).rendered("preview-v1.jpg").build(), jpeg));

        assertThat(stub.requests()).hasSize(4).allSatisfy(request -> assertThat(request.body()).contains("Bytes").doesNotContain("Bucket"));
    }

    @Test
    void sendsARenditionWhereItMayNotReadTheBucket() throws Exception {
        stub.fails("DetectLabels", 400, "InvalidS3ObjectException");

        byReference().label(kept(Pictures.jpeg(320, 240)));

        assertThat(asked()).containsExactly("DetectLabels reference", "DetectLabels bytes", "DetectModerationLabels bytes");
    }

    @Test
    void sendsTheThumbnailOfAPreviewThatIsTooLarge() throws Exception {
        byte[] jpeg = Pictures.jpeg(320, 240);
        Image image = kept(jpeg);
        put(BlobKey.rendition(image.sha256(), "preview-v1.jpg"), new byte[(int) PictureSource.MOST_BYTES + 1]);

        labeler(blobs).label(image);

        assertThat(stub.requests().getFirst().body()).contains(Base64.getEncoder().encodeToString(jpeg));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException", "400, ProvisionedThroughputExceededException", "500, InternalServerError", "503, ServiceUnavailable"
    })
    void triesAgainWhereItIsTooBusyForAMoment(int status, String type) throws Exception {
        stub.fails("DetectLabels", status, type);
        stub.fails("DetectLabels", status, type);

        assertThat(labeler(blobs).label(kept(Pictures.jpeg(320, 240))).labels()).hasSize(2);

        assertThat(stub.requests("DetectLabels")).isEqualTo(3);
    }

    @Test
    void spendsNothingWhereItIsThrottledForLong() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        for (int i = 0; i < 20; i++) {
            stub.fails("DetectLabels", 400, "ThrottlingException");
        }

        assertThat(unavailable(labeler(blobs), image).callsSpent()).isZero();
        assertThat(stub.requests("DetectLabels")).isEqualTo(4);
        assertThat(stub.requests("DetectModerationLabels")).isZero();
    }

    @Test
    void spendsWhatWasAnsweredBeforeItWasThrottled() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        for (int i = 0; i < 20; i++) {
            stub.fails("DetectModerationLabels", 400, "ThrottlingException");
        }

        assertThat(unavailable(labeler(blobs), image).callsSpent()).isOne();
    }

    @Test
    void spendsWhatWasAnsweredBeforeARenditionWasMissed() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        blobs.delete(BlobKey.rendition(image.sha256(), "preview-v1.jpg"));
        stub.fails("DetectModerationLabels", 400, "InvalidS3ObjectException");

        assertThatThrownBy(() -> byReference().label(image)).isInstanceOfSatisfying(Labeler.UnreadableException.class,
                unreadable -> assertThat(unreadable.callsSpent()).isOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "UnknownThing"})
    void givesARefusalToTheJobWithoutTryingAgainAtOnce(String type) throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        stub.fails("DetectLabels", 400, type);

        assertThat(unavailable(labeler(blobs), image).callsSpent()).isZero();
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidImageFormatException", "ImageTooLargeException", "InvalidParameterException"})
    void sendsARenditionWhereItRefusesTheOriginal(String type) throws Exception {
        stub.fails("DetectLabels", 400, type);

        assertThat(byReference().label(kept(Pictures.jpeg(320, 240))).labels()).isNotEmpty();

        assertThat(asked()).containsExactly("DetectLabels reference", "DetectLabels bytes", "DetectModerationLabels bytes");
    }

    @Test
    void namesNoOriginalWithMorePixelsASideThanItTakes() throws Exception {
        byte[] jpeg = Pictures.jpeg(320, 240);
        byReference().label(kept(anImage().sized(1000).measuring(10_001, 400).rendered("preview-v1.jpg").build(), jpeg));
        byReference().label(kept(anImage().sized(1000).measuring(400, 10_001).rendered("preview-v1.jpg").build(), jpeg));

        assertThat(stub.requests()).hasSize(4).allSatisfy(request -> assertThat(request.body()).contains("Bytes").doesNotContain("Bucket"));
    }

    @Test
    void failsAPictureThatItRefusesInEveryWay() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        stub.fails("DetectLabels", 400, "InvalidParameterException");
        stub.fails("DetectLabels", 400, "InvalidParameterException");

        assertThatThrownBy(() -> byReference().label(image)).isInstanceOf(Labeler.UnreadableException.class);
    }

    /** Below 80 pixels a side, for one. */
    @ParameterizedTest
    @ValueSource(strings = {"InvalidImageFormatException", "ImageTooLargeException", "InvalidParameterException"})
    void saysWhichPictureItCannotRead(String type) throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        stub.fails("DetectLabels", 400, type);

        assertThatThrownBy(() -> labeler(blobs).label(image)).isInstanceOfSatisfying(Labeler.UnreadableException.class,
                unreadable -> assertThat(unreadable.callsSpent()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>no</html>", "{\"Labels\": [", "[1, 2]", "{\"Labels\": \"none\"}"})
    void takesAnAnswerThatMakesNoSenseForPaid(String body) throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        stub.says("DetectLabels", 200, "application/x-amz-json-1.1", body);

        assertThat(unavailable(labeler(blobs), image).callsSpent()).isOne();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void leavesOutWhatMakesNoSenseInAnAnswer() throws Exception {
        stub.answers("DetectLabels", """
                {"LabelModelVersion": "", "Unknown": {"a": 1}, "Labels": [
                  {"Name": "Sea", "Confidence": 250}, {"Name": "Sea", "Confidence": 60}, {"Confidence": 90}, {"Name": "", "Confidence": 90},
                  {"Name": "Sky"}, {"Name": "Black/White, Film", "Confidence": 80, "Categories": [{"Name": " "}], "Parents": [{}]},
                  {"Name": "%s", "Confidence": 80}]}""".formatted("x".repeat(65)));
        stub.answers("DetectModerationLabels", """
                {"ModerationLabels": [{"Name": "", "Confidence": 99}, {"Name": "Hate"}, {"Name": "%s", "Confidence": 99}]}"""
                .formatted("x".repeat(101)));

        Findings found = labeler(blobs).label(kept(Pictures.jpeg(320, 240)));

        assertThat(found.by().model()).isEqualTo("3.0");
        assertThat(found.labels()).containsExactly(new Finding(new TagName("sea"), null, Confidence.CERTAIN, List.of()),
                new Finding(new TagName("black white film"), null, new Confidence(800), List.of()));
        assertThat(found.concerns()).isEmpty();
    }

    @Test
    void tellsANewModelFromTheOldOne() throws Exception {
        RekognitionLabeler labeler = (RekognitionLabeler) labeler(blobs);
        stub.answers("DetectLabels", "{\"LabelModelVersion\": \"4.1\", \"Labels\": []}");

        assertThat(labeler.label(kept(Pictures.jpeg(320, 240))).by()).isEqualTo(new Provider("rekognition", "4.1"));
        assertThat(labeler.provider().model()).isEqualTo("4.1");
    }

    @Test
    void signsWithItsOwnSecret() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        RekognitionLabeler other = labeler(blobs, null, "another secret", stub.endpoint(), true);

        assertThat(unavailable(other, image).callsSpent()).isZero();
        assertThat(stub.refused()).containsOnly("a wrong signature");
    }

    @Test
    void saysWhereNothingAnswers() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        RekognitionLabeler nowhere =
                labeler(blobs, null, RekognitionStub.SECRET_ACCESS_KEY, URI.create("http://127.0.0.1:1"), true);

        assertThat(unavailable(nowhere, image).callsSpent()).as("it cannot know").isOne();
    }

    /** What, and by what. */
    private List<String> asked() {
        return stub.requests().stream()
                .map(request -> request.operation() + (request.body().contains("Bytes") ? " bytes" : " reference")).toList();
    }

    private RekognitionLabeler byReference() {
        return labeler(blobs, BUCKET, RekognitionStub.SECRET_ACCESS_KEY, stub.endpoint(), true);
    }

    private static Labeler.UnavailableException unavailable(Labeler labeler, Image image) {
        return catchThrowableOfType(Labeler.UnavailableException.class, () -> labeler.label(image));
    }
}
