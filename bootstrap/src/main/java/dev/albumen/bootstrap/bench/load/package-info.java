/** Measures a service that many clients use at once, and one that more use than it can serve. */
@NullMarked
package dev.albumen.bootstrap.bench.load;

import org.jspecify.annotations.NullMarked;
