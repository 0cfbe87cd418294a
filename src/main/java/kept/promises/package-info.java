/// What we told a customer we would do: its keeper, its clock, and the alarms before it breaks.
///
/// Owns: `promise`, `promise_new_time`, `alarm`, `alarm_told`, `not_a_promise`,
/// `promise_rule`. Publishes: `PromiseMade`, `PromiseKept`, `PromiseReleased`,
/// `PromiseBroken`, `PromiseNewTimeAgreed`, `PromiseHandedOver`, `PromiseTaken`,
/// `PromiseAtRisk`, `AlarmFired`, `AlarmSeen`, `PromiseRuleChanged`. Uses: platform, team,
/// customers, conversations.
@org.jspecify.annotations.NullMarked
package kept.promises;
