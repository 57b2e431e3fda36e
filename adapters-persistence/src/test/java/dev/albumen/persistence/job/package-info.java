@NullMarked
package dev.albumen.persistence.job;

import org.jspecify.annotations.NullMarked;
