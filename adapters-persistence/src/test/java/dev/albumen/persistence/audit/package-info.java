@NullMarked
package dev.albumen.persistence.audit;

import org.jspecify.annotations.NullMarked;
