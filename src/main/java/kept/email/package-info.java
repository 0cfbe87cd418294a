/// Mail in and out: MIME, threading, quoted text, bounces, loops.
@NullMarked
package kept.email;

import org.jspecify.annotations.NullMarked;
