@NullMarked
package dev.albumen.domain.audit;

import org.jspecify.annotations.NullMarked;
