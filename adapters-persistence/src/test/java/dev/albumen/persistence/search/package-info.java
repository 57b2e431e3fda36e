@NullMarked
package dev.albumen.persistence.search;

import org.jspecify.annotations.NullMarked;
