package kept.desk;

import java.util.Set;
import java.util.TreeSet;
import kept.platform.StoredEvent;

/// Which parts of the desk a fact makes old.
///
/// A topic is a list (`promises`, `conversations`, `people`, `team`, `today`) or one thing
/// (`conversation:` and its id). Pure.
final class LiveTopics {
  private LiveTopics() {}

  static Set<String> of(StoredEvent fact) {
    var topics = new TreeSet<String>();
    var kind = fact.kind();
    var facts = fact.facts();
    if (facts.has("conversation")) {
      topics.add("conversation:" + facts.get("conversation").asString());
      topics.add("conversations");
    }
    if (facts.has("promise")) topics.add("promises");
    if (facts.has("customer")) {
      topics.add("person:" + facts.get("customer").asString());
      topics.add("people");
    }
    if (kind.startsWith("call_")) topics.add("calls");
    if (kind.startsWith("front_door_")) topics.add("front-door");
    if (kind.startsWith("push_"))
      topics.add("device:" + facts.get("subscription").asString());
    if (kind.startsWith("delivery_")) topics.add("message:" + facts.get("about").asString());
    if (isOfTheTeam(kind)) {
      topics.add("team");
      topics.add("today");
    }
    if (changesTheSideOfToday(kind)) topics.add("today");
    return topics;
  }

  private static boolean isOfTheTeam(String kind) {
    return switch (kind) {
      case "agent_joined", "agent_changed", "agent_leaves", "business_changed" -> true;
      default -> kind.startsWith("invitation_");
    };
  }

  private static boolean changesTheSideOfToday(String kind) {
    return switch (kind) {
      case "promise_kept",
          "promise_undone",
          "promise_broken",
          "conversation_reopened",
          "conversation_confirmed" -> true;
      default -> false;
    };
  }
}
