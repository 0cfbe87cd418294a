package kept.team;

/// What an agent may do: everything; all daily work; see and keep their own promises.
public enum Role {
  OWNER,
  AGENT,
  HELPER
}
