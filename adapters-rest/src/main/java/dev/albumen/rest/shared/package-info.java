/** HTTP conventions that every controller shares: problems, strict JSON, lists, conditional requests, bytes. */
@NullMarked
package dev.albumen.rest.shared;

import org.jspecify.annotations.NullMarked;
