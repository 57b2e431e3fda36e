@NullMarked
package dev.albumen.persistence.settings;

import org.jspecify.annotations.NullMarked;
