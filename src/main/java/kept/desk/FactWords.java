package kept.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kept.desk.TimelineEvent.Happened;
import kept.desk.TimelineEvent.Head;
import kept.desk.TimelineEvent.Kind;
import kept.platform.StoredEvent;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The log's facts about a matter, in words. What the timeline shows in another way is left out.
/// Pure.
final class FactWords {
  private final Story story;
  private final Telling telling;
  private final PromiseFacts promises;
  private final Set<String> saidSo = new HashSet<>();

  FactWords(Story story, Telling telling) {
    this.story = story;
    this.telling = telling;
    this.promises = new PromiseFacts(telling, story.customer().firstName());
    for (var fact : story.told().facts()) {
      if (fact.kind().equals("customer_said_not_yet")) saidSo.add(fact.cursor().xid());
    }
  }

  Optional<Happened> of(StoredEvent fact) {
    return Optional.ofNullable(
        fact.facts().has("promise") ? aboutPromise(fact) : aboutMatter(fact));
  }

  private @Nullable Happened aboutPromise(StoredEvent fact) {
    var id = new PromiseId(id(fact, "promise"));
    return story.promise(id).map(promise -> promises.of(fact, promise)).orElse(null);
  }

  private @Nullable Happened aboutMatter(StoredEvent fact) {
    return switch (fact.kind()) {
      case "conversation_handed_over" -> handedOver(fact);
      case "conversation_reopened" -> reopened(fact);
      case "conversation_lapsed" ->
        plain(fact, "Gone quiet", "nothing heard for seven days", Kind.WENT_QUIET);
      case "page_opened" -> plain(fact, "Their page", "was opened", Kind.RECAP_OPENED);
      case "page_links_revoked" ->
        plain(fact, actor(fact), "took back every link to their page", Kind.JOINED);
      default -> null;
    };
  }

  private Happened handedOver(StoredEvent fact) {
    var to = new AgentId(id(fact, "to"));
    if (to.value().equals(fact.actor()))
      return plain(fact, telling.name(to), "took it on", Kind.HANDED_OVER);
    var how = "has it now, from " + actor(fact);
    return plain(fact, telling.name(to), how, Kind.HANDED_OVER);
  }

  /// When they said so on their page, their own words stand there already.
  private @Nullable Happened reopened(StoredEvent fact) {
    if (saidSo.contains(fact.cursor().xid())) return null;
    var why = "because " + story.customer().firstName() + " wrote";
    return plain(fact, "Open again", why, Kind.REOPENED);
  }

  private Happened plain(StoredEvent fact, String by, String how, Kind kind) {
    return new Happened(head(fact, by, how, telling), kind, null, null);
  }

  private String actor(StoredEvent fact) {
    return actor(fact, telling);
  }

  static String actor(StoredEvent fact, Telling telling) {
    return telling.name(fact.actor() == null ? null : new AgentId(fact.actor()));
  }

  static Head head(StoredEvent fact, String by, String how, Telling telling) {
    return new Head("e-" + fact.cursor().seq(), by, how, fact.at(), telling.when(fact.at()));
  }

  static UUID id(StoredEvent fact, String name) {
    return UUID.fromString(fact.facts().path(name).asString());
  }

  static Instant time(StoredEvent fact, String name) {
    return Instant.parse(fact.facts().path(name).asString());
  }

  static List<AgentId> agents(StoredEvent fact, String name) {
    return fact.facts()
        .path(name)
        .valueStream()
        .map(each -> new AgentId(UUID.fromString(each.asString())))
        .collect(Collectors.toList());
  }
}
