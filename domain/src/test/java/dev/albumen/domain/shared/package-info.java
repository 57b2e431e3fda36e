@NullMarked
package dev.albumen.domain.shared;

import org.jspecify.annotations.NullMarked;
