/** Work that is done after the answer, over HTTP. */
@NullMarked
package dev.albumen.rest.job;

import org.jspecify.annotations.NullMarked;
