package dev.albumen.application.transfer;

import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Takes note that nobody goes on with an import, in the transaction that gives its job up. */
public final class GiveUpImport {

    private final ArchiveImports imports;
    private final StorageQuota quota;
    private final InstantSource clock;

    GiveUpImport(ArchiveImports imports, StorageQuota quota, InstantSource clock) {
        this.imports = imports;
        this.quota = quota;
        this.clock = clock;
    }

    public record Command(UUID id) {}

    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        imports.find(command.id()).filter(found -> !found.finished())
                .filter(found -> imports.save(found.ended("given-up", clock.instant()), List.of()))
                .ifPresent(found -> quota.giveUp(found.reservation()));
    }
}
