/** The process: its command line, what it starts in which order, and how it stops. */
@NullMarked
package dev.albumen.bootstrap;

import org.jspecify.annotations.NullMarked;
