package dev.albumen.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules, each for the classes below a root package. */
final class Rules {

    private static final Pattern VAGUE_NAME = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Mapper)");

    private Rules() {}

    static ArchRule modulesPointOneWay(String root) {
        return CompositeArchRule.of(Arrays.stream(Module.values())
                .<ArchRule>map(module -> classes()
                        .that().resideInAPackage(module.packages(root))
                        .should().onlyDependOnClassesThat().resideInAnyPackage(module.allowed(root))
                        .allowEmptyShould(true))
                .toList());
    }

    static ArchRule featuresPointOneWay(String root) {
        return classes().that().resideInAnyPackage(Module.DOMAIN.packages(root), Module.APPLICATION.packages(root))
                .should(new Check("know only the features below their own", type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(target -> !knows(type, target, root))
                        .map(target -> "knows " + target.getName())
                        .distinct()));
    }

    private static boolean knows(JavaClass type, JavaClass target, String root) {
        // Keys and job names speak of things by the domain's types, whatever feature these belong to.
        if (target.getPackageName().startsWith(root + ".domain.") && !type.getPackageName().startsWith(root + ".domain.")) {
            return true;
        }
        return Feature.of(type, root)
                .flatMap(from -> Feature.of(target, root).map(from::mayKnow))
                .orElse(true);
    }

    static ArchRule featuresHaveNoCycles(String root) {
        return CompositeArchRule.of(Arrays.stream(Module.values())
                .<ArchRule>map(module -> slices().matching(root + "." + module.folder() + ".(*)..")
                        .should().beFreeOfCycles()
                        .allowEmptyShould(true))
                .toList());
    }

    static ArchRule useCasesHaveOneShape(String root) {
        return classes().that().resideInAPackage(Module.APPLICATION.packages(root))
                .and().containAnyMethodsThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are named handle", (JavaMethod method) -> method.getName().equals("handle")))
                .and().areNotInterfaces()
                .should(new Check("be final, with one public method: handle, for a viewer first", Rules::shapeProblems));
    }

    private static Stream<String> shapeProblems(JavaClass useCase) {
        List<JavaMethod> open = useCase.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
        Stream<String> isNotFinal =
                useCase.getModifiers().contains(JavaModifier.FINAL) ? Stream.of() : Stream.of("is not final");
        Stream<String> others = open.stream()
                .filter(method -> !method.getName().equals("handle"))
                .map(method -> "has the public method " + method.getName());
        Stream<String> notForViewers = open.stream()
                .filter(method -> method.getName().equals("handle"))
                .filter(method -> method.getRawParameterTypes().isEmpty()
                        || !method.getRawParameterTypes().getFirst().getName().endsWith(".domain.shared.Viewer"))
                .map(method -> "does not ask for a Viewer first");
        Stream<String> many = open.stream().filter(method -> method.getName().equals("handle")).count() > 1
                ? Stream.of("has more than one handle")
                : Stream.of();
        return Stream.of(isNotFinal, others, notForViewers, many).flatMap(problems -> problems);
    }

    static ArchRule coreIsDeterministic(String root) {
        return noClasses().that().resideInAnyPackage(Module.DOMAIN.packages(root), Module.APPLICATION.packages(root))
                .should().callMethod(Instant.class, "now")
                .orShould().callMethod(UUID.class, "randomUUID")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Math.class, "random")
                .orShould().dependOnClassesThat().areAssignableTo(Random.class);
    }

    static ArchRule portsAreImplementedInAdapters(String root) {
        return classes().that().resideInAnyPackage(Module.DOMAIN.packages(root), Module.APPLICATION.packages(root))
                .and().areNotInterfaces()
                .should(new Check("implement no outbound port", type -> type.getAllRawInterfaces().stream()
                        .filter(port -> Ports.isOutbound(port, root))
                        .map(port -> "implements the port " + port.getSimpleName())));
    }

    static ArchRule namesSayWhat(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new Check("have a name that says what they are", type ->
                        VAGUE_NAME.matcher(type.getSimpleName()).matches() ? Stream.of("says nothing by its name") : Stream.of()));
    }

    static ArchRule onlyTheProblemHandlerMapsRefusals(String root) {
        return classes().that().resideInAPackage(Module.REST.packages(root))
                .and().haveSimpleNameNotEndingWith("RefusalProblems")
                .should(new Check("not know both refusals and HTTP statuses", type -> {
                    List<String> known = type.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getName())
                            .toList();
                    boolean refusals = known.stream().anyMatch(name -> name.contains(".domain.shared.Refusal$"));
                    boolean statuses = known.contains("io.micronaut.http.HttpStatus");
                    return refusals && statuses ? Stream.of("knows both") : Stream.of();
                }))
                .allowEmptyShould(true);
    }
}
