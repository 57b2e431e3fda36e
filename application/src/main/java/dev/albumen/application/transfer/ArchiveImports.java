package dev.albumen.application.transfer;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The imports of archives, under way or finished. They go with their owner's account. */
public interface ArchiveImports {

    void add(ArchiveImport begun);

    Optional<ArchiveImport> find(UUID id);

    /**
     * Keeps an import as a step has left it, with what was left out in it. False, and nothing kept, where somebody took that
     * step before, or the import is gone.
     *
     * @param now of a version one higher than before
     */
    boolean save(ArchiveImport now, List<LeftEntry> leftOut);

    /** A user's, the newest first. */
    Page<ArchiveImport> list(UserId owner, PageRequest page);

    /** How many of a user's are under way. */
    int going(UserId owner);

    /** What was left out, in the order of the steps. */
    Page<LeftEntry> leftOut(UUID id, PageRequest page);

    /** Where something of the archive went, by a name of the archive's own; empty where none was kept. */
    Optional<AlbumId> album(UUID id, String source);

    /** Keeps where something of the archive goes. An album takes the things of one name alone. */
    void keepAlbum(UUID id, String source, AlbumId album);

    /** Whether something of the archive went there. */
    boolean isTaken(UUID id, AlbumId album);

    /** Removes an import with its books. False where there is none. */
    boolean remove(UUID id);

    /** Imports under way that expired at that time or before. */
    List<UUID> expired(Instant time, int limit);

    /** Imports that finished at that time or before. */
    List<UUID> finished(Instant time, int limit);

    /** Those of the given imports that are under way. */
    Set<UUID> going(Collection<UUID> ids);
}
