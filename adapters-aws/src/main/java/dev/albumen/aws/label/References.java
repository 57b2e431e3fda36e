package dev.albumen.aws.label;

/** Whether Rekognition is told where an original lies, instead of being sent a smaller picture. */
public enum References {
    /** Where the originals are in Amazon's S3, in the region that is asked. */
    AUTO,
    ALWAYS,
    NEVER
}
