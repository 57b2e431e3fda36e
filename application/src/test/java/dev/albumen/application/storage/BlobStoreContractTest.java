package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contract itself under test: a store with one fault must not pass it. */
class BlobStoreContractTest {

    private static Supplier<BlobStore> stores = InMemoryBlobStore::new;

    /** Nested, so that it only runs from here. */
    static class OnAPlantedStore extends BlobStoreContract {
        @Override
        protected BlobStore open() {
            return stores.get();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(FaultyBlobStore.Fault fault) {
        assertThat(run(() -> new FaultyBlobStore(fault), fault.foundBy()::equals).getTestsFailedCount()).isPositive();
    }

    @Test
    void passesAStoreWithoutFaults() {
        TestExecutionSummary summary = run(InMemoryBlobStore::new, every -> true);
        assertThat(summary.getTestsFailedCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(30);
    }

    private static TestExecutionSummary run(Supplier<BlobStore> planted, Predicate<String> test) {
        stores = planted;
        PostDiscoveryFilter byName = found -> FilterResult.includedIf(found.getSource()
                .filter(source -> source instanceof MethodSource method && test.test(method.getMethodName())).isPresent());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OnAPlantedStore.class)).filters(byName).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
