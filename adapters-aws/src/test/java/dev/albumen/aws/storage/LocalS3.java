package dev.albumen.aws.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.util.Properties;
import java.util.UUID;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 store in this JVM, on a free port, with its objects in memory. It checks signatures and checksums. */
public final class LocalS3 implements AutoCloseable {

    public static final String ACCESS_KEY_ID = "local-access-key";
    public static final String SECRET_ACCESS_KEY = "local-secret-key";

    private final S3Proxy server;

    private LocalS3(S3Proxy server) {
        this.server = server;
    }

    public static LocalS3 start() throws Exception {
        // It tells every request at DEBUG.
        ((Logger) LoggerFactory.getLogger("org.gaul")).setLevel(Level.WARN);
        S3Proxy server = S3Proxy.builder()
                .blobStore(BlobStores.create("transient-nio2", new Properties()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY_ID, SECRET_ACCESS_KEY)
                .build();
        server.start();
        return new LocalS3(server);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Makes a bucket and says how to reach it. */
    public S3Settings newBucket() {
        S3Settings settings = settings("bucket-" + UUID.randomUUID(), ChecksumMode.WHEN_SUPPORTED, SECRET_ACCESS_KEY, "");
        try (S3Client client = S3Connection.open(settings)) {
            client.createBucket(request -> request.bucket(settings.bucket()));
        }
        return settings;
    }

    S3Settings settings(String bucket, ChecksumMode mode, String secret, String prefix) {
        return new S3Settings(bucket, "us-east-1", endpoint(), true, mode, ACCESS_KEY_ID, secret, prefix);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
