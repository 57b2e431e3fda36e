@NullMarked
package dev.albumen.domain.share;

import org.jspecify.annotations.NullMarked;
