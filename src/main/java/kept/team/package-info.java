/// Who keeps the promises: the business, its hours, its agents, and how they come in.
///
/// Owns: `business`, `opening_span`, `agent`, `invitation`, `session`, `api_token`. Publishes:
/// `AgentJoined`, `AgentLeaves`, `AgentChanged`, `BusinessChanged`. Uses: platform.
@org.jspecify.annotations.NullMarked
package kept.team;
