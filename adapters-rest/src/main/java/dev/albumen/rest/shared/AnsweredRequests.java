package dev.albumen.rest.shared;

/** Hears of requests that were answered without the framework, which counts and times the others itself. */
public interface AnsweredRequests {

    /**
     * @param route its address with names in place of values
     * @param nanos from its arrival to its answer
     */
    void answered(String route, int status, long nanos);
}
