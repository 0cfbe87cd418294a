package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kept.desk.AlarmsPage.Way;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.AlarmId;
import kept.promises.AlarmLog;
import kept.promises.AlarmLog.Which;
import kept.promises.SelfCheck;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// The owner's alarm log.
public final class AlarmPages implements WebRoutes {
  private static final String ALARMS = "/settings/alarms";
  private static final int PAGE = 50;
  private static final int CHECKS = 8;

  private final Pages pages;
  private final Frames frames;
  private final Onlookers onlookers;
  private final AlarmLog log;
  private final SelfCheck check;

  public AlarmPages(
      Pages pages, Frames frames, Onlookers onlookers, AlarmLog log, SelfCheck check) {
    this.pages = pages;
    this.frames = frames;
    this.onlookers = onlookers;
    this.log = log;
    this.check = check;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ALARMS, this::show, Access.OWNER);
  }

  private void show(Context request) {
    var which = which(request.queryParam("show"));
    var found = log.page(which, after(request.queryParam("after")), PAGE + 1);
    var words = new AlarmLogWords(onlookers.of(request));
    var page = new AlarmsPage(
        frames.around(request, "Alarms", Place.SETTINGS),
        "Every alarm, and whom it reached.",
        words.check(check.last(CHECKS)),
        ways(which),
        found.stream().limit(PAGE).map(words::line).toList(),
        none(which),
        found.size() > PAGE ? more(which, found.get(PAGE - 1)) : null);
    pages.show(request, "settings/alarms.jte", page);
  }

  private static List<Way> ways(Which chosen) {
    return Arrays.stream(Which.values())
        .map(which -> new Way(
            switch (which) {
              case FIRED -> "All";
              case UNTAKEN -> "Nobody took it";
              case UNSENT -> "Did not arrive";
              case COMING -> "To come";
            },
            href(which),
            which == chosen))
        .toList();
  }

  private static String none(Which which) {
    return switch (which) {
      case FIRED -> "No alarm has been needed yet.";
      case UNTAKEN -> "Somebody has every open promise that had an alarm.";
      case UNSENT -> "Every alarm went out on every way, or was seen on another.";
      case COMING -> "Nothing is promised, so no alarm is set.";
    };
  }

  private static String href(Which which) {
    return which == Which.FIRED ? ALARMS : ALARMS + "?show=" + which.word();
  }

  private static String more(Which which, AlarmLog.Entry last) {
    var alarm = last.alarm();
    var at = alarm.firedAt() == null ? alarm.at() : alarm.firedAt();
    return ALARMS + "?show=" + which.word() + "&after=" + at + "_" + alarm.id();
  }

  private static Which which(@Nullable String word) {
    return Arrays.stream(Which.values())
        .filter(which -> which.word().equals(word))
        .findFirst()
        .orElse(Which.FIRED);
  }

  private static AlarmLog.@Nullable After after(@Nullable String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      var parts = text.split("_", 2);
      return new AlarmLog.After(Instant.parse(parts[0]), AlarmId.parse(parts[1]));
    } catch (RuntimeException e) {
      throw new Refusal("This address does not lead anywhere. Open the alarms anew.");
    }
  }
}
