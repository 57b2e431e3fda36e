package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The storage as it is without the service. */
interface RawStorage {

    /** Sizes of everything that is kept, by keys. */
    Map<String, Long> list();

    byte[] read(String key);

    /** @param root the folder of all nodes' blobs */
    static RawStorage folder(Path root) {
        return new Folder(root);
    }

    static RawStorage bucket(URI endpoint, String bucket, String accessKeyId, String secretAccessKey) {
        return new Bucket(S3Client.builder()
                .endpointOverride(endpoint).forcePathStyle(true).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)))
                .build(), bucket);
    }

    record Folder(Path root) implements RawStorage {

        @Override
        public Map<String, Long> list() {
            try (Stream<Path> files = Files.walk(root.toRealPath())) {
                Path real = root.toRealPath();
                return files.filter(Files::isRegularFile)
                        .collect(Collectors.toMap(file -> real.relativize(file).toString(), file -> file.toFile().length()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] read(String key) {
            try {
                return Files.readAllBytes(root.resolve(key));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    record Bucket(S3Client client, String bucket) implements RawStorage {

        @Override
        public Map<String, Long> list() {
            return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .collect(Collectors.toMap(S3Object::key, S3Object::size));
        }

        @Override
        public byte[] read(String key) {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
        }
    }
}
