@NullMarked
package dev.albumen.application.event;

import org.jspecify.annotations.NullMarked;
