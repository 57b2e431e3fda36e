/** The pages of share links: what they say, to whom, and how a real browser takes them. */
@NullMarked
package dev.albumen.bootstrap.page;

import org.jspecify.annotations.NullMarked;
