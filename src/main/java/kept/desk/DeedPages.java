package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kept.customers.Customers;
import kept.phone.Calls;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.privacy.DeedKind;
import kept.privacy.Deeds;
import kept.team.Access;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The owner sees who did what.
public final class DeedPages implements WebRoutes {
  private static final String LOG = "/settings/privacy/log";
  private static final int PAGE = 50;

  private final Pages pages;
  private final Frames frames;
  private final Onlookers onlookers;
  private final Deeds deeds;
  private final Names names;

  /// Where the names of what was done to are looked up.
  public record Names(Customers customers, Calls calls) {}

  public DeedPages(Pages pages, Frames frames, Onlookers onlookers, Deeds deeds, Names names) {
    this.pages = pages;
    this.frames = frames;
    this.onlookers = onlookers;
    this.deeds = deeds;
    this.names = names;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(LOG, this::show, Access.OWNER);
  }

  private void show(Context request) {
    var onlooker = onlookers.of(request);
    var kind = DeedKind.marked(String.valueOf(request.queryParam("kind")));
    var who = who(onlooker, request.queryParam("who"));
    var found = deeds.page(kind, who, before(request.queryParam("before")), PAGE + 1);
    var shown = found.stream().limit(PAGE).toList();
    var page = new DeedsPage(
        frames.around(request, "Who did what", Place.SETTINGS),
        kinds(kind),
        people(onlooker, who),
        new DeedWords(onlooker, names).lines(shown),
        found.size() > PAGE ? more(kind, who, shown.getLast().seq()) : null);
    pages.show(request, "settings/deeds.jte", page);
  }

  private static List<Choice> kinds(DeedKind chosen) {
    return Arrays.stream(DeedKind.values())
        .map(kind -> new Choice(kind.mark(), words(kind), kind == chosen))
        .toList();
  }

  private static String words(DeedKind kind) {
    return switch (kind) {
      case ALL -> "Everything";
      case SIGN_INS -> "Signing in and out";
      case WAYS_IN -> "Passwords and keys";
      case TEAM -> "The team and its roles";
      case PEOPLE -> "People exported and forgotten";
      case RECORDINGS -> "Recordings";
      case BACKUPS -> "Backups";
      case SETTINGS -> "Settings";
    };
  }

  /// Those who left are asked for as well.
  private static List<Choice> people(Onlooker onlooker, @Nullable AgentId chosen) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", "Everybody", chosen == null));
    onlooker.team().values().stream()
        .sorted(Comparator.comparing(Agent::name))
        .forEach(agent -> choices.add(
            new Choice(agent.id().toString(), agent.name(), agent.id().equals(chosen))));
    return choices;
  }

  private static @Nullable AgentId who(Onlooker onlooker, @Nullable String asked) {
    return onlooker.team().keySet().stream()
        .filter(id -> id.toString().equals(asked))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long before(@Nullable String asked) {
    return asked == null || !asked.matches("\\d{1,18}") ? null : Long.valueOf(asked);
  }

  private static String more(DeedKind kind, @Nullable AgentId who, long before) {
    return LOG + "?kind=" + kind.mark() + (who == null ? "" : "&who=" + who) + "&before=" + before;
  }
}
