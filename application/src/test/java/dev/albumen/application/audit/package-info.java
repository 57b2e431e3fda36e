@NullMarked
package dev.albumen.application.audit;

import org.jspecify.annotations.NullMarked;
