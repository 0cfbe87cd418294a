/// What two sides agree on before they talk: session descriptions (RFC 8866), offer and answer
/// (RFC 3264), keys (RFC 4568).
@NullMarked
package kept.line.sdp;

import org.jspecify.annotations.NullMarked;
