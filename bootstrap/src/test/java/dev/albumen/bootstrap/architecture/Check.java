package dev.albumen.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition that lists what is wrong with a class. */
final class Check extends ArchCondition<JavaClass> {

    private final Function<JavaClass, Stream<String>> problems;

    Check(String wanted, Function<JavaClass, Stream<String>> problems) {
        super(wanted);
        this.problems = problems;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        problems.apply(type)
                .forEach(problem -> events.add(SimpleConditionEvent.violated(type, type.getName() + " " + problem)));
    }
}
