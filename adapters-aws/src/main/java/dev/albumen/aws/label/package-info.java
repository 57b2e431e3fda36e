/** Labels by Amazon Rekognition. */
@NullMarked
package dev.albumen.aws.label;

import org.jspecify.annotations.NullMarked;
