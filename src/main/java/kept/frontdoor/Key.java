package kept.frontdoor;

import java.util.List;
import kept.team.AgentId;

/// A key that a caller may press while phones ring, and what it does. Zero is no such key: it is
/// always a person.
///
/// @param agents who rings instead, with [KeyAct#PEOPLE]; the usual waves follow
public record Key(char digit, KeyAct act, List<AgentId> agents) {
  public Key {
    agents = act == KeyAct.PEOPLE ? List.copyOf(agents) : List.of();
  }
}
