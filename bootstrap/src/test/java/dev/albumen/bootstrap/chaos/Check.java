package dev.albumen.bootstrap.chaos;

/** Looks at one thing that must be true after a run, whatever was done to the system. */
interface Check {

    void look(Evidence evidence, Findings findings);
}
