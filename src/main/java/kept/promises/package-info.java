/// What we told a customer we would do: its keeper, its clock, and the alarms before it breaks.
///
/// Owns: `promise`, `promise_new_time`, `promise_proof`, `promise_undone`, `alarm`,
/// `alarm_told`, `alarm_check`, `alarm_check_told`, `not_a_promise`, `promise_rule`.
/// Publishes: `PromiseMade`, `PromiseKept`, `PromiseProved`, `PromiseReleased`,
/// `PromiseUndone`, `PromiseBroken`, `PromiseNewTimeAgreed`, `PromiseHandedOver`,
/// `PromiseTaken`, `PromiseAtRisk`, `AlarmFired`, `AlarmSeen`, `AlarmCheckFired`,
/// `AlarmCheckFailed`, `PromiseRuleChanged`. Uses: platform, team, customers, conversations.
@org.jspecify.annotations.NullMarked
package kept.promises;
