/** Stand-ins for the ports of accounts, and the suites that their implementations pass. */
@NullMarked
package dev.albumen.application.user;

import org.jspecify.annotations.NullMarked;
