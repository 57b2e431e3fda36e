/** Share links: what they open, for whom, until when. */
@NullMarked
package dev.albumen.domain.share;

import org.jspecify.annotations.NullMarked;
