@NullMarked
package dev.albumen.persistence.user;

import org.jspecify.annotations.NullMarked;
