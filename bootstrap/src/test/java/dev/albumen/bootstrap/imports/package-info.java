@NullMarked
package dev.albumen.bootstrap.imports;

import org.jspecify.annotations.NullMarked;
