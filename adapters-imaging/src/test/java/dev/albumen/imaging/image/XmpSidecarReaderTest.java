package dev.albumen.imaging.image;

import dev.albumen.application.transfer.SidecarReader;
import dev.albumen.application.transfer.SidecarReaderContract;

class XmpSidecarReaderTest extends SidecarReaderContract {

    private final SidecarReader reader = new XmpSidecarReader();

    @Override
    protected SidecarReader reader() {
        return reader;
    }
}
