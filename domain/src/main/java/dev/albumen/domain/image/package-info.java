/** Images: what was uploaded, what it is, and who may do what to it. */
@NullMarked
package dev.albumen.domain.image;

import org.jspecify.annotations.NullMarked;
