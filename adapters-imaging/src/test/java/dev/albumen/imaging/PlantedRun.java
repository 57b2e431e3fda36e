package dev.albumen.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test of a contract on an implementation with one fault. */
public final class PlantedRun {

    private PlantedRun() {}

    /** The named test runs, and fails. */
    public static void assertFinds(Class<?> contract, String test) {
        PostDiscoveryFilter byName = found -> FilterResult.includedIf(found.getSource()
                .filter(source -> source instanceof MethodSource method && test.equals(method.getMethodName())).isPresent());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract)).filters(byName).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getTestsStartedCount()).as("tests named %s", test).isPositive();
        assertThat(listener.getSummary().getTestsFailedCount()).as("failures of %s", test).isPositive();
    }
}
