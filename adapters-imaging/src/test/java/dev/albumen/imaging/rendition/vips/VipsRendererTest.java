package dev.albumen.imaging.rendition.vips;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;

class VipsRendererTest extends RendererContract {

    @Override
    protected Renderer renderer() {
        return new VipsRenderer(InstalledVips.orSkip(), ImageLimits.DEFAULT);
    }
}
