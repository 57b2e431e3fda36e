package dev.albumen.bootstrap.chaos;

/** Does one kind of harm again and again, until the end of the faults. */
interface FaultLoop {

    /** @return when the end has come and the harm is undone */
    void run(Ending ending) throws Exception;
}
