package dev.albumen.bootstrap.chaos;

import java.util.List;

/** Something that clients do, each thing so often as its weight says. */
interface Habits {

    record Habit(int weight, Runnable act) {}

    List<Habit> all();
}
