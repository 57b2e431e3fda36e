@NullMarked
package dev.albumen.persistence.tag;

import org.jspecify.annotations.NullMarked;
