package dev.albumen.rest.shared;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lets in so many at once, and lets some more wait, who come in by turns. It blocks nobody. */
final class Gate {

    private final int places;
    private final int seats;
    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private int inside;

    /**
     * @param places how many are inside at once
     * @param seats how many may wait
     */
    Gate(int places, int seats) {
        this.places = places;
        this.seats = seats;
    }

    /** Somebody who is called as soon as there is a place. */
    @FunctionalInterface
    interface Waiter {

        /** The place is taken for it already. On the thread of whoever left, so this must be quick. */
        void called();
    }

    enum Entry {
        IN,
        WAITING,
        FULL
    }

    /** Whoever is let in leaves once. */
    synchronized Entry enter(Waiter waiter) {
        if (inside < places) {
            inside++;
            return Entry.IN;
        }
        if (waiting.size() < seats) {
            waiting.add(waiter);
            return Entry.WAITING;
        }
        return Entry.FULL;
    }

    /** The same without waiting. */
    synchronized boolean enterNow() {
        if (inside >= places) {
            return false;
        }
        inside++;
        return true;
    }

    void leave() {
        Waiter next;
        synchronized (this) {
            Iterator<Waiter> first = waiting.iterator();
            if (!first.hasNext()) {
                inside--;
                return;
            }
            next = first.next();
            first.remove();
        }
        next.called();
    }

    /** Waits no longer. False where it was called already, and is inside therefore. */
    synchronized boolean giveUp(Waiter waiter) {
        return waiting.remove(waiter);
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
