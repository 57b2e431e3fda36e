package dev.albumen.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "dev.albumen";
    private static final String PLANTED = "dev.albumen.planted";
    /** In a whole build other modules' tests are on the path too, as jars, which the library takes for product code. */
    private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(NO_TEST_JARS)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    enum Rule {
        MODULES_POINT_ONE_WAY(Rules::modulesPointOneWay, "AlbumKnowingItsStore", "AlbumKnowingAFramework", "TagsKnowingBlobs"),
        FEATURES_POINT_ONE_WAY(Rules::featuresPointOneWay, "ImageKnowingItsAlbum"),
        FEATURES_HAVE_NO_CYCLES(Rules::featuresHaveNoCycles, "ImageKnowingItsAlbum"),
        USE_CASES_HAVE_ONE_SHAPE(Rules::useCasesHaveOneShape, "RenameForAnybody", "RenameInTwoWays", "RenameForHeirs"),
        CORE_IS_DETERMINISTIC(Rules::coreIsDeterministic, "DrawnLots", "TickingAlbum"),
        PORTS_ARE_IMPLEMENTED_IN_ADAPTERS(Rules::portsAreImplementedInAdapters, "HomemadeTags"),
        NAMES_SAY_WHAT(Rules::namesSayWhat, "AlbumManager"),
        ONLY_THE_PROBLEM_HANDLER_MAPS_REFUSALS(Rules::onlyTheProblemHandlerMapsRefusals, "HastyAnswer");

        private final Function<String, ArchRule> of;
        private final String[] planted;

        Rule(Function<String, ArchRule> of, String... planted) {
            this.of = of;
            this.planted = planted;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.of.apply(ROOT).check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryPlantedViolation(Rule rule) {
        assertThatThrownBy(() -> rule.of.apply(PLANTED).check(VIOLATIONS))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(rule.planted);
    }

    /** A name in a rule that stands for nothing would allow or forbid nothing. */
    @ParameterizedTest
    @MethodSource("libraries")
    void namesNoLibraryThatIsNotUsed(Module module, String library) {
        boolean isUsed = PRODUCT.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT + "." + module.folder() + "."))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> (dependency.getTargetClass().getPackageName() + ".").startsWith(library + "."));

        assertThat(isUsed).isTrue();
    }

    static Stream<Arguments> libraries() {
        return Arrays.stream(Module.values())
                .flatMap(module -> module.libraries().stream()
                        .map(library -> Arguments.of(module, library)));
    }

    @ParameterizedTest
    @EnumSource
    void namesNoFeatureThatIsNotThere(Feature feature) {
        assertThat(PRODUCT).anyMatch(type -> Feature.of(type, ROOT).filter(feature::equals).isPresent());
    }

    @Test
    void knowsEveryFeaturePackage() {
        assertThat(PRODUCT.stream()
                        .filter(type -> !type.getPackageName().startsWith(ROOT + ".bootstrap"))
                        .filter(type -> Feature.of(type, ROOT).isEmpty()))
                .isEmpty();
    }
}
