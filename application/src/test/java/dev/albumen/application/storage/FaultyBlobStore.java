package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A store with one mistake that real ones make. */
final class FaultyBlobStore extends InMemoryBlobStore {

    /** What is wrong, and the test that is there for it. */
    enum Fault {
        TORN_WRITE("readersSeeOneWholeBlobWhileWritersReplaceIt"),
        AGE_OF_EQUAL_BYTES_KEPT("renewsTheAgeEvenOfEqualBytes"),
        FILE_CUT_OFF("takesTheFileWholeOrLeavesItAsItWas"),
        DELETE_OF_NOTHING_FAILS("isNoErrorToADelete"),
        RANGE_ONE_TOO_LONG("givesTheWantedPartAndTheWholeSize"),
        RANGE_SHIFTED("givesTheWantedPartAndTheWholeSize"),
        SIZE_OF_THE_PART("givesTheWantedPartAndTheWholeSize"),
        RANGE_PAST_THE_END_EMPTY("refusesAPartThatIsNone"),
        FETCH_GIVES_THE_BLOB_AWAY("fetchesAFileAndKeepsTheBlobWhenItIsClosed"),
        LIST_BACKWARDS("goesByTheBytesOfTheKeys"),
        LIST_REPEATS_THE_LAST("walksMoreThanAThousandInPages"),
        LIST_STARTS_OVER("goesOnAfterAnyKeyThereOrNot"),
        LIST_OF_NEIGHBOURS("staysUnderThePrefix"),
        LIST_TAKES_ANY_PREFIX("refusesOtherPrefixesAndLimits");

        private final String foundBy;

        Fault(String foundBy) {
            this.foundBy = foundBy;
        }

        String foundBy() {
            return foundBy;
        }
    }

    private final Fault fault;

    FaultyBlobStore(Fault fault) {
        this.fault = fault;
    }

    @Override
    public void put(BlobKey key, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (fault == Fault.TORN_WRITE) {
                Path half = Files.write(Files.createTempFile("half-", ""), Arrays.copyOf(bytes, bytes.length / 2));
                super.put(key, half);
                Files.delete(half);
                LockSupport.parkNanos(100_000);
            }
            boolean isKnown = super.stat(key).map(known -> known.byteSize() == bytes.length).orElse(false);
            if (fault != Fault.AGE_OF_EQUAL_BYTES_KEPT || !isKnown) {
                super.put(key, file);
            }
            if (fault == Fault.FILE_CUT_OFF) {
                Files.write(file, new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        if (fault == Fault.DELETE_OF_NOTHING_FAILS && super.stat(key).isEmpty()) {
            throw new DependencyException("no such file");
        }
        super.delete(key);
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        long size = super.stat(key).map(Stat::byteSize).orElse(0L);
        if (fault == Fault.RANGE_PAST_THE_END_EMPTY && size > 0 && offset >= size) {
            return Optional.of(new Content(size, InputStream.nullInputStream()));
        }
        long from = fault == Fault.RANGE_SHIFTED && offset > 0 ? offset - 1 : offset;
        long wanted = fault == Fault.RANGE_ONE_TOO_LONG && length < size ? length + 1 : length;
        Optional<Content> part = super.open(key, from, wanted);
        return fault == Fault.SIZE_OF_THE_PART ? part.map(FaultyBlobStore::sizedAsThePart) : part;
    }

    private static Content sizedAsThePart(Content part) {
        try {
            return new Content(part.stream().available(), part.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        Optional<LocalFile> fetched = super.fetch(key);
        if (fault == Fault.FETCH_GIVES_THE_BLOB_AWAY) {
            delete(key);
        }
        return fetched;
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        return switch (fault) {
            case LIST_BACKWARDS -> super.list(prefix, after, limit).reversed();
            case LIST_STARTS_OVER -> super.list(prefix, Optional.empty(), limit).stream()
                    .filter(stat -> after.map(last -> !stat.key().equals(last)).orElse(true)).toList();
            case LIST_REPEATS_THE_LAST -> repeated(super.list(prefix, after, limit), after, limit);
            case LIST_OF_NEIGHBOURS -> neighbours(prefix, after, limit);
            case LIST_TAKES_ANY_PREFIX -> BlobKey.parse(prefix + "x").isEmpty()
                    ? List.of() : super.list(prefix, after, limit);
            case TORN_WRITE, AGE_OF_EQUAL_BYTES_KEPT, FILE_CUT_OFF, DELETE_OF_NOTHING_FAILS, RANGE_ONE_TOO_LONG, RANGE_SHIFTED,
                    SIZE_OF_THE_PART, RANGE_PAST_THE_END_EMPTY, FETCH_GIVES_THE_BLOB_AWAY ->
                    super.list(prefix, after, limit);
        };
    }

    private List<Stat> repeated(List<Stat> page, Optional<BlobKey> after, int limit) {
        return after.flatMap(this::stat).filter(last -> !page.isEmpty())
                .map(last -> Stream.concat(Stream.of(last), page.stream()).limit(limit).toList())
                .orElse(page);
    }

    /** Compares the beginning of the key without the slash. */
    private List<Stat> neighbours(String prefix, Optional<BlobKey> after, int limit) {
        List<Stat> right = super.list(prefix, after, limit);
        return super.stat(new BlobKey(prefix.substring(0, prefix.length() - 1) + "en"))
                .map(neighbour -> Stream.concat(right.stream(), Stream.of(neighbour)).toList())
                .orElse(right);
    }
}
