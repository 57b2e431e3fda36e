package dev.albumen.application.label;

import dev.albumen.application.storage.BlobStore;
import java.util.Optional;

class FakeLabelerTest extends LabelerContract {

    @Override
    protected Labeler labeler(BlobStore from) {
        return new FakeLabeler(1, Optional.of(from));
    }
}
