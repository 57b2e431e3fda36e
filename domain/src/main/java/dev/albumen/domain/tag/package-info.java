/** Tags: words on images, in one normal form. */
@NullMarked
package dev.albumen.domain.tag;

import org.jspecify.annotations.NullMarked;
