/** What operators can watch, beyond what the framework measures. */
@NullMarked
package dev.albumen.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
