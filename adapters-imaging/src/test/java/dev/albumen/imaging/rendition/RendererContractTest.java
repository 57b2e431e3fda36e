package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.imaging.PlantedRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract itself under test: a renderer with one fault must not pass it. */
class RendererContractTest {

    private static FaultyRenderer.Fault planted = FaultyRenderer.Fault.ENLARGES;

    /** Nested, so that it only runs from here. */
    static class OnAPlantedRenderer extends RendererContract {
        @Override
        protected Renderer renderer() {
            return new FaultyRenderer(planted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(FaultyRenderer.Fault fault) {
        planted = fault;
        PlantedRun.assertFinds(OnAPlantedRenderer.class, fault.foundBy());
    }
}
