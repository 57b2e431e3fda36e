/** What pictures are labelled with: suggestions that people accept or reject, a budget, and what moderators should see. */
@NullMarked
package dev.albumen.application.label;

import org.jspecify.annotations.NullMarked;
