/// Calls: who rings, who took it, hold, hand-over, voicemail, and the promise that a call becomes
/// which nobody could take.
///
/// Owns: `trunk`, `line`, `phone`, `call`. Publishes: `CallArrived`, `CallTalks`, `CallEnded`,
/// `PhoneSetUpChanged`. Uses: platform, line, team, customers, conversations, promises, frontdoor.
@org.jspecify.annotations.NullMarked
package kept.phone;
