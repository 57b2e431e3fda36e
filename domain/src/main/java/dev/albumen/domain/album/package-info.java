/** Albums: named, ordered sets of images, and who may do what to them. */
@NullMarked
package dev.albumen.domain.album;

import org.jspecify.annotations.NullMarked;
