package kept.team;

/// How somebody came in.
public enum WayIn {
  PASSWORD,
  PASSKEY,
  /// A link by mail.
  LINK,
  /// A code, after a password or a link.
  CODE,
  /// The PIN for the day, on a device of the shop's.
  PIN,
  /// The link that asked them onto the team, or let them back in.
  INVITATION;

  /// Whether it shows well enough that it is them to let them change how they come in. Four digits
  /// typed in everybody's sight do not.
  boolean proves() {
    return this != PIN;
  }

  /// Who they are once they are in: an owner by a PIN may do the day's work and no more.
  Agent lets(Agent agent) {
    return this == PIN && agent.role() == Role.OWNER ? agent.as(Role.AGENT) : agent;
  }
}
