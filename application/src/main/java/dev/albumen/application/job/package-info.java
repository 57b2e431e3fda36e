/** Work that is done after the answer, and lost by nobody. */
@NullMarked
package dev.albumen.application.job;

import org.jspecify.annotations.NullMarked;
