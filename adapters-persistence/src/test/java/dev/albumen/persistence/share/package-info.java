@NullMarked
package dev.albumen.persistence.share;

import org.jspecify.annotations.NullMarked;
