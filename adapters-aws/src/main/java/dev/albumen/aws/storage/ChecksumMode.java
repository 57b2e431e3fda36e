package dev.albumen.aws.storage;

import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;

/** How far a store goes along with S3's newer checksums. */
public enum ChecksumMode {

    /** Uploads carry a SHA-256 that the store checks and keeps, and downloads are checked against what it kept. */
    WHEN_SUPPORTED("SHA-256", RequestChecksumCalculation.WHEN_SUPPORTED, ResponseChecksumValidation.WHEN_SUPPORTED),

    /** For stores that refuse those, such as older Ceph gateways: uploads carry the MD5 that S3 has had from the start. */
    WHEN_REQUIRED("MD5", RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation.WHEN_REQUIRED);

    private final String algorithm;
    private final RequestChecksumCalculation requests;
    private final ResponseChecksumValidation responses;

    ChecksumMode(String algorithm, RequestChecksumCalculation requests, ResponseChecksumValidation responses) {
        this.algorithm = algorithm;
        this.requests = requests;
        this.responses = responses;
    }

    /** As the JDK names what uploads are summed with. */
    String algorithm() {
        return algorithm;
    }

    RequestChecksumCalculation requests() {
        return requests;
    }

    ResponseChecksumValidation responses() {
        return responses;
    }
}
