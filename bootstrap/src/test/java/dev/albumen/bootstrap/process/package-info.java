/** Tests that start the real process, as an operator would. */
@NullMarked
package dev.albumen.bootstrap.process;

import org.jspecify.annotations.NullMarked;
