/** Work that is done after the answer. */
@NullMarked
package dev.albumen.domain.job;

import org.jspecify.annotations.NullMarked;
