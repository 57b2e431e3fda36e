package dev.albumen.bootstrap.chaos;

import dev.albumen.aws.storage.LocalS3;
import dev.albumen.aws.storage.S3Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An S3 store behind a proxy: one request in ten stalls, is cut off or is refused. */
final class TroubledS3 implements Store {

    static final int TROUBLED_PERCENT = 10;

    private final LocalS3 s3;
    private final S3Settings bucket;
    private final FaultProxy proxy;
    private final Dice dice;
    private final AtomicInteger troubles = new AtomicInteger();
    private volatile boolean troubled;

    private TroubledS3(LocalS3 s3, Dice dice) {
        this.s3 = s3;
        this.bucket = s3.newBucket();
        this.dice = dice;
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), s3.endpoint().getPort());
        this.proxy = new FaultProxy(() -> Optional.of(address), this::draw);
    }

    static TroubledS3 start(Dice dice) throws Exception {
        return new TroubledS3(LocalS3.start(), dice);
    }

    /** The bucket without the proxy. */
    S3Settings bucket() {
        return bucket;
    }

    private Trouble draw() {
        if (!troubled || !dice.inHundred(TROUBLED_PERCENT)) {
            return Trouble.NONE;
        }
        troubles.incrementAndGet();
        return Trouble.LOUD.get(dice.below(Trouble.LOUD.size()));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "ALBUMEN_STORAGE", "s3",
                "ALBUMEN_S3_BUCKET", bucket.bucket(),
                "ALBUMEN_S3_ENDPOINT", "http://127.0.0.1:" + proxy.port(),
                "ALBUMEN_S3_PATH_STYLE", "true",
                "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID,
                "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY);
    }

    @Override
    public void prepare(Path home) {
        // Nothing of it lies there.
    }

    @Override
    public void trouble(boolean on) {
        troubled = on;
    }

    @Override
    public int troubles() {
        return troubles.get();
    }

    @Override
    public void close() throws Exception {
        proxy.close();
        s3.close();
    }
}
