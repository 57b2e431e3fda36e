/** Nothing that somebody sends makes the service fail or leaves a trace. */
@NullMarked
package dev.albumen.bootstrap.hostile;

import org.jspecify.annotations.NullMarked;
