package dev.albumen.bootstrap;

import java.io.PrintStream;
import java.util.Optional;

/**
 * What the operator reads when the service is ready.
 *
 * @param adminPassword shown on the first start only
 */
record Announcement(String address, Optional<String> adminPassword) {

    void print(PrintStream out) {
        out.println("Albumen is ready at " + address);
        out.println("The API is described at " + address + "/docs");
        adminPassword.ifPresent(
                password -> out.println("Sign in as \"admin\" with the password " + password + " (shown only now)"));
        out.flush();
    }

    @Override
    public String toString() {
        return address;
    }
}
