/// The phone engine: it answers, places, bridges and records calls, and knows nothing of shops.
///
/// `Line` opens the sockets; a `Call` has legs, takes commands and tells what happened, one
/// thing at a time. It uses nothing of Kept and could be lifted out as a library. What we
/// speak of each RFC: docs/protocols/.
@NullMarked
package kept.line;

import org.jspecify.annotations.NullMarked;
