@NullMarked
package dev.albumen.domain.image;

import org.jspecify.annotations.NullMarked;
