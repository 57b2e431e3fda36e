@NullMarked
package dev.albumen.domain.rendition;

import org.jspecify.annotations.NullMarked;
