@NullMarked
package dev.albumen.domain.social;

import org.jspecify.annotations.NullMarked;
