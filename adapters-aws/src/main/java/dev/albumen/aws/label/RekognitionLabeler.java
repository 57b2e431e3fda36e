package dev.albumen.aws.label;

import dev.albumen.application.label.Labeler;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.label.LabelRules;
import dev.albumen.domain.label.Provider;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/**
 * Asks Amazon Rekognition what is in a picture (DetectLabels) and what moderators should look at (DetectModerationLabels).
 * Each is a call that costs something where it is answered.
 */
public final class RekognitionLabeler implements Labeler, AutoCloseable {

    /** Until an answer names another model. */
    public static final Provider PROVIDER = new Provider("rekognition", "3.0");

    private static final int MAX_MODEL = 40;

    private final RekognitionSettings settings;
    private final PictureSource pictures;
    private final LabelRules rules;
    private final RekognitionClient client;
    private volatile Provider provider = PROVIDER;

    /**
     * @param bucket where originals lie now that Rekognition may read; empty where it may not
     * @param rules for what is not worth being sent
     */
    public RekognitionLabeler(
            RekognitionSettings settings, BlobStore blobs, Supplier<Optional<S3Settings>> bucket, LabelRules rules,
            AwsCredentialsProvider credentials) {
        this(settings, blobs, bucket, rules, RekognitionConnection.open(settings, credentials));
    }

    RekognitionLabeler(
            RekognitionSettings settings, BlobStore blobs, Supplier<Optional<S3Settings>> bucket, LabelRules rules, RekognitionClient client) {
        this.settings = settings;
        this.pictures = new PictureSource(blobs, bucket);
        this.rules = rules;
        this.client = client;
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public boolean learnsModel() {
        return true;
    }

    @Override
    public int callsPerImage() {
        return settings.callsPerImage();
    }

    @Override
    public Findings label(dev.albumen.domain.image.Image image) throws UnreadableException {
        Call call = new Call(image);
        DetectLabelsResponse labels = call.make(this::labels);
        List<Concern> concerns = settings.moderation() ? Answers.concerns(call.make(this::moderation)) : List.of();
        String model = labels.labelModelVersion();
        if (model != null && !model.isBlank() && model.length() <= MAX_MODEL && !model.equals(provider.model())) {
            provider = new Provider(PROVIDER.name(), model);
        }
        return new Findings(provider, Answers.findings(labels), concerns);
    }

    private DetectLabelsResponse labels(Image picture) {
        return client.detectLabels(request -> request.image(picture).maxLabels(rules.most())
                .minConfidence((float) (rules.threshold().share() * 100)));
    }

    private DetectModerationLabelsResponse moderation(Image picture) {
        return client.detectModerationLabels(request -> request.image(picture).minConfidence(Answers.LEAST_CONCERN));
    }

    @Override
    public void close() {
        client.close();
    }

    /** The calls for one picture: by reference first where that is possible, and from then on as the first one went. */
    private final class Call {

        private final dev.albumen.domain.image.Image image;
        private Optional<Image> reference;
        private int spent;

        Call(dev.albumen.domain.image.Image image) {
            this.image = image;
            this.reference = pictures.reference(image);
        }

        <T> T make(Function<Image, T> call) throws UnreadableException {
            if (reference.isPresent()) {
                try {
                    return answered(call, reference.get());
                } catch (InvalidS3ObjectException | UnreadableException refused) {
                    // It lacks the right to read the bucket, or wants it in another region, or takes no original like this one, of
                    // which a rendition may do; nothing was charged.
                    reference = Optional.empty();
                }
            }
            return answered(call, bytes());
        }

        private Image bytes() throws UnreadableException {
            try {
                return pictures.bytes(image);
            } catch (UnreadableException unreadable) {
                throw new UnreadableException(unreadable.getMessage(), spent);
            } catch (DependencyException away) {
                throw new UnavailableException("the storage gave no rendition to send", spent, away);
            }
        }

        private <T> T answered(Function<Image, T> call, Image picture) throws UnreadableException {
            try {
                T answer = call.apply(picture);
                spent++;
                return answer;
            } catch (InvalidS3ObjectException e) {
                throw e;
            } catch (InvalidImageFormatException | ImageTooLargeException | InvalidParameterException e) {
                // The picture is the one parameter that differs: below 80 pixels a side, for one, it is called invalid.
                throw new UnreadableException("Rekognition cannot read this picture.", spent);
            } catch (RekognitionException refused) {
                throw new UnavailableException("Rekognition refused: " + refused.awsErrorDetails(), spent, refused);
            } catch (SdkException unclear) {
                // It may have been answered, and charged, without the answer getting here.
                throw new UnavailableException("Rekognition did not answer", spent + 1, unclear);
            }
        }
    }
}
