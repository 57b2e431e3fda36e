/** Tests of mails by SMTP. */
@NullMarked
package dev.albumen.mail.notice;

import org.jspecify.annotations.NullMarked;
