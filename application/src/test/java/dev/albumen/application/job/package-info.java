@NullMarked
package dev.albumen.application.job;

import org.jspecify.annotations.NullMarked;
