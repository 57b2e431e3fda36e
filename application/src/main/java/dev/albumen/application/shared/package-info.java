/** What every use case builds on: transactions, pages, ids, secrets. */
@NullMarked
package dev.albumen.application.shared;

import org.jspecify.annotations.NullMarked;
