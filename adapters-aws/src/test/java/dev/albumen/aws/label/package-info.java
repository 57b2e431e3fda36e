/** Tests of labels by Amazon Rekognition, over the wire. */
@NullMarked
package dev.albumen.aws.label;

import org.jspecify.annotations.NullMarked;
