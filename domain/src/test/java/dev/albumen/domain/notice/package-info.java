/** Tests of what owners of links are told by mail. */
@NullMarked
package dev.albumen.domain.notice;

import org.jspecify.annotations.NullMarked;
