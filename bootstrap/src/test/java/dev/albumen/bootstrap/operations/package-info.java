/** What operators and clients that watch can rely on, with several nodes. */
@NullMarked
package dev.albumen.bootstrap.operations;

import org.jspecify.annotations.NullMarked;
