package dev.albumen.aws.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which queue is used.
 *
 * @param queueUrl as SQS names it; the queue is this instance's own
 * @param endpoint where SQS is, for another one than the region's
 */
@ConfigurationProperties("albumen.sqs")
public record SqsSettings(URI queueUrl, @Bindable(defaultValue = "us-east-1") String region, @Nullable URI endpoint) {}
