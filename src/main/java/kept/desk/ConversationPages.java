package kept.desk;

import io.javalin.http.Context;
import java.util.List;
import kept.conversations.ConversationId;
import kept.customers.Customers;
import kept.team.Agent;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// Puts the pages of conversations together for whoever asks. Threads may share this object.
final class ConversationPages {
  private final Frames frames;
  private final Onlookers onlookers;
  private final Customers customers;
  private final Stories stories;
  private final ConversationLists lists;
  private final Composers composers;

  ConversationPages(Doors doors, Frames frames) {
    this.frames = frames;
    this.onlookers = doors.onlookers();
    this.customers = doors.customers();
    this.stories = new Stories(doors);
    this.lists = new ConversationLists(doors);
    this.composers = new Composers(doors);
  }

  /// One matter as this request sees it.
  record Seen(Story story, Telling telling) {}

  Seen see(Context request, ConversationId id) {
    var telling = Telling.to(onlookers.of(request));
    return new Seen(stories.of(id, request.queryParam("whole") != null), telling);
  }

  Composers composers() {
    return composers;
  }

  ConversationPage alone(Context request) {
    var telling = Telling.to(onlookers.of(request));
    var list = lists.list(ListQuery.in(request), telling, null);
    var frame = frames.around(request, "Conversations", Place.CONVERSATIONS);
    return new ConversationPage(frame, list, null, null);
  }

  ConversationList list(Context request) {
    var telling = Telling.to(onlookers.of(request));
    var of = request.queryParam("of");
    var current = of == null ? null : ConversationId.parse(of);
    return lists.list(ListQuery.in(request), telling, current);
  }

  ConversationPage page(
      Context request, Seen seen, Composer composer, @Nullable OpenedMessage opened) {
    var story = seen.story();
    var query = ListQuery.in(request);
    return new ConversationPage(
        frames.around(request, story.customer().name(), Place.CONVERSATIONS),
        lists.list(query, seen.telling(), story.conversation().id()),
        thread(request, seen, composer, opened),
        new ContextWords(story, seen.telling()).context());
  }

  /// The thread with an empty composer.
  ConversationThread thread(Context request, Seen seen) {
    return thread(request, seen, composers.empty(seen.story(), seen.telling()), null);
  }

  ConversationThread thread(
      Context request, Seen seen, Composer composer, @Nullable OpenedMessage opened) {
    var story = seen.story();
    var words = new ThreadWords(story, seen.telling());
    var id = story.conversation().id().toString();
    return new ConversationThread(
        id,
        words.head(colleagues(seen.telling()), ListQuery.in(request).query()),
        words.pinned(),
        Timeline.of(story, seen.telling(), opened),
        story.told().cut() ? "/c/" + id + "?whole=yes" : null,
        composer,
        forgotten(story, seen.telling()));
  }

  private @Nullable String forgotten(Story story, Telling telling) {
    return customers
        .forgottenAt(story.customer().id())
        .map(at -> telling.time().date(at, telling.now()))
        .map(day -> "They were forgotten on " + day + ". Nothing more is written here.")
        .orElse(null);
  }

  /// Those who may read conversations.
  private static List<Agent> colleagues(Telling telling) {
    return telling.here().stream().filter(agent -> agent.role() != Role.HELPER).toList();
  }
}
