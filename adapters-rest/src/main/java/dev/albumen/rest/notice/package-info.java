/** Mails over HTTP. */
@NullMarked
package dev.albumen.rest.notice;

import org.jspecify.annotations.NullMarked;
