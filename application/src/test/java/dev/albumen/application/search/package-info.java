/** Stand-ins for the ports of this feature, and the suites that their implementations pass. */
@NullMarked
package dev.albumen.application.search;

import org.jspecify.annotations.NullMarked;
