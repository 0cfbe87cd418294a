/// Calls: who rings, who took it, hold, hand-over, voicemail, and the promise that a call becomes
/// which nobody could take.
///
/// Owns: `trunk`, `line`, `phone`, `call`, `call_leg`, `help_call`, `pbx_key`, `pbx_call`,
/// `recording_rule`. Publishes: `CallArrived`, `CallTalks`, `CallTaken`, `CallChanged`,
/// `CallEnded`, `CallHeard`, `CallRecorded`, `CallForgotten`, `CallNotHandedOver`,
/// `CalledForHelp`, `PhoneSetUpChanged`, `PbxKeyChanged`, `RecordingRuleChanged`.
/// Uses: platform, line, team, customers, conversations, promises, frontdoor.
@org.jspecify.annotations.NullMarked
package kept.phone;
