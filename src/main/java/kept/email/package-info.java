/// Mail in and out: MIME, threading, quoted text, bounces, loops.
///
/// Owns: `inbound_mail`, `mail_thread`. Publishes: nothing of its own. Uses: platform, team,
/// customers, conversations, recaps.
@NullMarked
package kept.email;

import org.jspecify.annotations.NullMarked;
