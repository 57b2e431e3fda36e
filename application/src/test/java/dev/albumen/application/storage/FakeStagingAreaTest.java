package dev.albumen.application.storage;

import java.nio.file.Path;

class FakeStagingAreaTest extends StagingAreaContract {

    @Override
    protected StagingArea open(Path root) {
        return new FakeStagingArea(root);
    }
}
