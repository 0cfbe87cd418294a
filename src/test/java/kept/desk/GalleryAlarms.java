package kept.desk;

import java.util.List;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.desk.AlarmsPage.Check;
import kept.desk.AlarmsPage.Line;
import kept.desk.AlarmsPage.Way;

/// The owner's alarm log with none, one and fifty alarms, and one's calendar.
final class GalleryAlarms {
  private GalleryAlarms() {}

  static void hang(Frame frame, Nail wall) {
    wall.hang("/settings/alarms-one", "settings/alarms.jte", page(frame, lines(1), calm()));
    wall.hang("/settings/alarms", "settings/alarms.jte", page(frame, List.of(), calm()));
    wall.hang("/settings/alarms-many", "settings/alarms.jte", page(frame, lines(50), trouble()));
    wall.hang(
        "/settings/calendar",
        "settings/calendar.jte",
        new CalendarPage(
            frame,
            "Your calendar last looked 9:12 am.",
            true,
            "https://desk.marlow.example.com/calendar/w4xkq0TzRk2mPqN8sVb1c7Yd3fGh5JkL.ics"));
  }

  private static AlarmsPage page(Frame frame, List<Line> lines, Check check) {
    return new AlarmsPage(
        frame,
        "Every alarm, and whom it reached.",
        check,
        List.of(
            new Way("All", "/settings/alarms", true),
            new Way("Nobody took it", "/settings/alarms?show=untaken", false),
            new Way("Did not arrive", "/settings/alarms?show=unsent", false),
            new Way("To come", "/settings/alarms?show=coming", false)),
        lines,
        "No alarm has been needed yet.",
        lines.size() < 50 ? null : "/settings/alarms?after=1");
  }

  private static List<Line> lines(int many) {
    return IntStream.range(0, many)
        .mapToObj(at -> new Line(
            String.valueOf(at),
            "4:24 pm",
            at % 3 == 0 ? "Broke" : "Everyone",
            at % 3 == 0 ? "risk" : null,
            "Swap Chuck Alvarez’s cracked 42-inch television at his house in the evening",
            "/promises/" + at,
            "For Chuck Alvarez, due 5:00 pm",
            List.of(
                "Priya: desk seen 4:25 pm, mail sent 4:24 pm, push held until tomorrow 7:00 am",
                "Tomás took it 4:26 pm")))
        .toList();
  }

  private static Check calm() {
    return new Check("8:00 am: the daily alarm came on every way.", false, List.of());
  }

  private static Check trouble() {
    return new Check(
        "The daily alarm of 8:00 am did not go out by mail: 550 5.7.1 relaying denied",
        true,
        List.of("Mon 8:00 am: the daily alarm came on every way."));
  }
}
