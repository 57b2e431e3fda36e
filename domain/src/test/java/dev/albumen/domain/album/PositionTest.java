package dev.albumen.domain.album;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PositionTest {

    @Provide
    Arbitrary<Position> positions() {
        return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000)).ofScale(6).map(Position::new);
    }

    @Property
    void isStrictlyBetweenTwoOthers(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        Assume.that(one.compareTo(other) != 0);
        Position low = one.compareTo(other) < 0 ? one : other;
        Position high = low == one ? other : one;

        Position between = Position.between(low, high);

        assertThat(between).isGreaterThan(low).isLessThan(high);
        assertThat(between.value().scale()).isLessThanOrEqualTo(Math.max(0, Math.max(low.value().scale(), high.value().scale())) + 1);
    }

    @Property
    void isBeforeTheFirstAndAfterTheLast(@ForAll("positions") Position position) {
        assertThat(Position.between(null, position)).isLessThan(position);
        assertThat(Position.between(position, null)).isGreaterThan(position);
        assertThat(Position.between(null, position).value().scale()).isLessThanOrEqualTo(0);
        assertThat(Position.between(position, null).value().scale()).isLessThanOrEqualTo(0);
    }

    @Property
    void refusesNeighboursInTheWrongOrder(@ForAll("positions") Position position) {
        assertThatThrownBy(() -> Position.between(position, position)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Position.between(Position.between(position, null), position))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 20)
    void keepsTheOrderThroughThousandsOfMoves(@ForAll Random random) {
        List<Position> order = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            order.add(Position.between(order.isEmpty() ? null : order.getLast(), null));
        }
        for (int move = 0; move < 2000; move++) {
            order.remove(random.nextInt(order.size()));
            int to = random.nextInt(order.size() + 1);
            order.add(to, Position.between(
                    to == 0 ? null : order.get(to - 1), to == order.size() ? null : order.get(to)));
        }

        assertThat(order).isSortedAccordingTo(Position::compareTo).doesNotHaveDuplicates();
        assertThat(order).allSatisfy(position -> assertThat(position.value().precision()).isLessThan(40));
    }

    @Example
    void growsByOneDigitAtMostWhenHalvingFromOneEnd() {
        Position first = Position.between(null, null);
        Position last = Position.between(first, null);
        for (int i = 0; i < 300; i++) {
            last = Position.between(first, last);
        }
        assertThat(last.value().precision()).isLessThanOrEqualTo(301);
    }

    @Example
    void refusesAnOrderThatIsTooFineToKeep() {
        Position first = Position.between(null, null);
        AtomicReference<Position> last = new AtomicReference<>(Position.between(first, null));

        assertThat(codeOf(() -> {
            for (int i = 0; i < 10_000; i++) {
                last.set(Position.between(first, last.get()));
            }
        })).isEqualTo("order-too-fine");
        assertThat(last.get().value().scale()).isEqualTo(Position.MAX_DECIMALS);
        assertThat(Position.between(last.get(), null)).as("elsewhere there is room").isGreaterThan(last.get());
    }

    @Example
    void isTheSameHoweverItIsWritten() {
        assertThat(new Position(new BigDecimal("1.50"))).isEqualTo(new Position(new BigDecimal("1.5")));
        assertThat(new Position(new BigDecimal("100"))).isEqualTo(new Position(new BigDecimal("1E+2")));
    }
}
