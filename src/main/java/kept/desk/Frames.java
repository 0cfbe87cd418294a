package kept.desk;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kept.platform.http.Assets;
import kept.team.Agent;
import kept.team.Role;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Makes the frame around every staff page for whoever asks for it. Threads may share this object.
public final class Frames {
  /// The attribute of a request that says how far the news had come when it began.
  static final String MARK = "live-mark";

  private final Assets assets;
  private final Onlookers onlookers;
  private final Glances glances;

  /// What every page shows of the house; `lever` is empty outside the sample shop.
  public record Glances(Function<Agent, House> house, Supplier<Optional<Frame.Lever>> lever) {}

  /// How much waits for an agent, and why alarms may not reach the owner.
  public record House(Frame.Badges badges, @Nullable String alarmTrouble) {}

  public Frames(Assets assets, Onlookers onlookers, Glances glances) {
    this.assets = assets;
    this.onlookers = onlookers;
    this.glances = glances;
  }

  /// The frame of a page behind a route that names an `Access`.
  public Frame around(Context request, String title, @Nullable Place place) {
    return around(request, title, place, null);
  }

  public Frame around(
      Context request, String title, @Nullable Place place, Frame.@Nullable Banner banner) {
    var agent = Who.agent(request);
    var house = glances.house.apply(agent);
    return new Frame(
        title,
        place,
        me(agent, Stays.of(onlookers.of(request))),
        house.badges,
        banner == null ? trouble(agent, house.alarmTrouble) : banner,
        glances.lever.get().orElse(null),
        onlookers.now(),
        mark(request),
        assets);
  }

  /// How far the news had come when a request began.
  static String mark(Context request) {
    return String.valueOf(request.<@Nullable String>attribute(MARK));
  }

  /// What pages outside the frame need of it.
  public Assets assets() {
    return assets;
  }

  private static Frame.@Nullable Banner trouble(Agent agent, @Nullable String words) {
    if (words == null || agent.role() != Role.OWNER) return null;
    return new Frame.Banner("due", words, Topic.ALARMS.href(), "See the alarms");
  }

  private static Frame.Me me(Agent agent, Frame.Stay stay) {
    var face = Faces.of(agent);
    return new Frame.Me(
        stay.on() == null ? face : face.on(stay.on()),
        agent.firstName(),
        agent.takingCalls(),
        agent.role(),
        stay);
  }
}
