@NullMarked
package dev.albumen.persistence.shared;

import org.jspecify.annotations.NullMarked;
