/// Who keeps the promises: the business, its hours, its agents, and how they come in.
///
/// Owns: `business`, `opening_span`, `special_day`, `special_span`, `agent`, `shift`, `absence`,
/// `quiet_hours`, `invitation`, `session`, `passkey`, `sign_in_step`, `code_app`,
/// `recovery_code`, `shop_device`, `day_pin`, `api_token`, `calendar_link`,
/// `push_subscription`. Publishes: what happens to passwords, passkeys, codes, PINs and the
/// shop's devices, and `AgentJoined`, `AgentLeaves`, `AgentChanged`, `AgentSignedIn`,
/// `AgentSignedOut`, `AgentProven`, `AgentLetBackIn`, `SignInLinkSent`, `SignInRefused`,
/// `PresenceChanged`, `InvitationMade`, `InvitationRevoked`, `ApiTokenMade`, `ApiTokenRevoked`,
/// `CalendarLinkChanged`, `PushSubscribed`, `PushUnsubscribed`, `PushShown`,
/// `BusinessChanged`. Uses: platform. At the web edge: `TeamGuard` lets people in, `Who` says
/// who asks, `Access` is what a route needs.
@org.jspecify.annotations.NullMarked
package kept.team;
