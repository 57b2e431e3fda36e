@NullMarked
package dev.albumen.persistence.integrity;

import org.jspecify.annotations.NullMarked;
