package dev.albumen.bootstrap.chaos;

import dev.albumen.domain.shared.Sha256;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What the storage has is what it was given: originals by their names, renditions by the sums that are known of them. */
final class StoredBytes implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, List<Rows.Image>> images =
                evidence.rows().images().stream().collect(Collectors.groupingBy(Rows.Image::sha256));
        Map<String, Rows.Sum> sums =
                evidence.rows().sums().stream().collect(Collectors.toMap(sum -> sum.sha256() + "/" + sum.name(), sum -> sum));
        Parallel.each(images.keySet(), sha256 -> {
            String key = Evidence.original(sha256);
            if (evidence.blobs().containsKey(key)) {
                byte[] bytes = evidence.world().blob(key);
                boolean whole = Sha256.of(bytes).hex().equals(sha256);
                if (!whole || wrong(bytes, sums.get(sha256 + "/"))) {
                    images.get(sha256).forEach(image -> findings.add(Defect.ALTERED, image.id(), "the storage has other bytes"));
                }
            }
        });
        Parallel.each(sums.values(), sum -> {
            String key = Evidence.rendition(sum.sha256(), sum.name());
            if (evidence.blobs().containsKey(key) && wrong(evidence.world().blob(key), sum)) {
                findings.add(Defect.ALTERED, key, "its sum is another");
            }
        });
    }

    private static boolean wrong(byte[] bytes, Rows.@Nullable Sum sum) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return sum != null && (sum.byteSize() != bytes.length || sum.crc32() != crc.getValue());
    }
}
