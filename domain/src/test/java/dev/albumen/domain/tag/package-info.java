@NullMarked
package dev.albumen.domain.tag;

import org.jspecify.annotations.NullMarked;
