package dev.albumen.application.album;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** Why bytes are not those that were announced, in the same words on every way. */
final class UploadedBytes {

    private UploadedBytes() {}

    static void requireChecksum(@Nullable Sha256 announced, Sha256 arrived) {
        if (announced != null && !announced.equals(arrived)) {
            throw new Refusal.Unprocessable("checksum-mismatch",
                    "The bytes that arrived have the SHA-256 " + arrived + ", not the one you gave.").thrown();
        }
    }

    static RefusedException wrongLength(long announced, long arrived) {
        return new Refusal.Unprocessable("length-mismatch", announced + " bytes were announced and " + arrived + " came.").thrown();
    }
}
