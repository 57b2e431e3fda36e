@NullMarked
package dev.albumen.application.settings;

import org.jspecify.annotations.NullMarked;
