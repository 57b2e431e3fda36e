/** The pages that people see who come with a share link: complete without scripts, and made on the server. */
@NullMarked
package dev.albumen.rest.share.page;

import org.jspecify.annotations.NullMarked;
