package kept.desk;

import io.javalin.http.Context;
import java.time.InstantSource;
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
  private final InstantSource clock;
  private final Function<Agent, Frame.Badges> badges;
  private final Supplier<Optional<Frame.Lever>> lever;
  private final Supplier<Optional<String>> alarmTrouble;

  /// `badges` counts what waits for an agent; `lever` is empty outside the sample shop;
  /// `alarmTrouble` says why alarms may not reach the owner.
  public Frames(
      Assets assets,
      InstantSource clock,
      Function<Agent, Frame.Badges> badges,
      Supplier<Optional<Frame.Lever>> lever,
      Supplier<Optional<String>> alarmTrouble) {
    this.alarmTrouble = alarmTrouble;
    this.assets = assets;
    this.clock = clock;
    this.badges = badges;
    this.lever = lever;
  }

  /// The frame of a page behind a route that names an `Access`.
  public Frame around(Context request, String title, @Nullable Place place) {
    return around(request, title, place, null);
  }

  public Frame around(
      Context request, String title, @Nullable Place place, Frame.@Nullable Banner banner) {
    var agent = Who.agent(request);
    return new Frame(
        title,
        place,
        me(agent),
        badges.apply(agent),
        banner == null ? trouble(agent) : banner,
        lever.get().orElse(null),
        clock.instant(),
        String.valueOf(request.<@Nullable String>attribute(MARK)),
        assets);
  }

  /// What pages outside the frame need of it.
  public Assets assets() {
    return assets;
  }

  private Frame.@Nullable Banner trouble(Agent agent) {
    if (agent.role() != Role.OWNER) return null;
    return alarmTrouble
        .get()
        .map(words -> new Frame.Banner("due", words, Topic.ALARMS.href(), "See the alarms"))
        .orElse(null);
  }

  private static Frame.Me me(Agent agent) {
    return new Frame.Me(Faces.of(agent), agent.firstName(), agent.takingCalls(), agent.role());
  }
}
