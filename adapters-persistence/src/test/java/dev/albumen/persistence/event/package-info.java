@NullMarked
package dev.albumen.persistence.event;

import org.jspecify.annotations.NullMarked;
