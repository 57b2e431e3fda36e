@NullMarked
package dev.albumen.persistence.social;

import org.jspecify.annotations.NullMarked;
