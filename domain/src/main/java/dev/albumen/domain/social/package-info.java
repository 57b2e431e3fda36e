/** What people say of images and albums. */
@NullMarked
package dev.albumen.domain.social;

import org.jspecify.annotations.NullMarked;
