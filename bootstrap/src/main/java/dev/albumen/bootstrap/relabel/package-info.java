/** Labelling all pictures, by command. */
@NullMarked
package dev.albumen.bootstrap.relabel;

import org.jspecify.annotations.NullMarked;
