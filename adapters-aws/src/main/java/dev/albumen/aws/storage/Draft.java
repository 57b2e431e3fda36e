package dev.albumen.aws.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be put, with its sums in the spelling of S3's headers.
 *
 * @param parts in their order; one alone where it goes whole
 * @param partSums of each part
 */
record Draft(List<FilePart> parts, String sum, List<String> partSums) {

    private static final int BUFFER_BYTES = 256 << 10;

    static Draft of(Path file, S3Parts parts, ChecksumMode mode) throws IOException {
        List<FilePart> all = parts.of(file);
        MessageDigest whole = digest(mode);
        List<String> sums = new ArrayList<>();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (FilePart part : all) {
            MessageDigest own = all.size() == 1 ? whole : digest(mode);
            try (InputStream bytes = part.open()) {
                for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                    own.update(buffer, 0, count);
                    if (own != whole) {
                        whole.update(buffer, 0, count);
                    }
                }
            }
            if (own != whole) {
                sums.add(Base64.getEncoder().encodeToString(own.digest()));
            }
        }
        String sum = Base64.getEncoder().encodeToString(whole.digest());
        return new Draft(all, sum, all.size() == 1 ? List.of(sum) : List.copyOf(sums));
    }

    private static MessageDigest digest(ChecksumMode mode) {
        try {
            return MessageDigest.getInstance(mode.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(mode.algorithm() + " is not in this JDK", e);
        }
    }

    boolean inParts() {
        return parts.size() > 1;
    }

    long byteSize() {
        return parts.getLast().offset() + parts.getLast().byteSize();
    }

    /**
     * Whether an object has the same bytes.
     *
     * @param sha256 as the store keeps it: of the whole, or of the sums of its parts; {@code null} where it keeps none
     */
    boolean isSame(@Nullable Long objectSize, @Nullable String sha256) {
        return objectSize != null && objectSize == byteSize() && (sum.equals(sha256) || inParts() && sumOfSums().equals(sha256));
    }

    private String sumOfSums() {
        MessageDigest sums = digest(ChecksumMode.WHEN_SUPPORTED);
        partSums.forEach(one -> sums.update(Base64.getDecoder().decode(one)));
        return Base64.getEncoder().encodeToString(sums.digest()) + "-" + parts.size();
    }
}
