/** What people are told by mail. */
@NullMarked
package dev.albumen.application.notice;

import org.jspecify.annotations.NullMarked;
