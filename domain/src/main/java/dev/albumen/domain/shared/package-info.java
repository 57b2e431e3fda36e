/** What every feature builds on: viewers, refusals, ids that cross features. */
@NullMarked
package dev.albumen.domain.shared;

import org.jspecify.annotations.NullMarked;
