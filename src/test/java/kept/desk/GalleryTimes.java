package kept.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.team.Hours;
import org.jspecify.annotations.Nullable;

/// The page about somebody's time: here with nothing planned, about to go, and much planned.
final class GalleryTimes {
  private static final ShiftForm SHIFTS =
      new ShiftForm(true, Week.of(Hours.of("Mon-Fri 08:00-12:00,13:00-16:00").spans()));

  private GalleryTimes() {}

  static void hang(Frame frame, Nail wall) {
    var me = new TimeParts.Whose("/settings/you/time", "Priya", true, true);
    var edie = new TimeParts.Whose("/settings/team/edie/time", "Edie", false, false);
    var here = new ShiftForm(false, SHIFTS.week());
    var silence = new TimeParts.Quiet(false, "21:00", "07:00");
    hang(wall, frame, "", parts(me, "You’re here.", 0, null, here, silence), Map.of());
    var what = new TimeParts.What(
        "Two promises go to Priya while Edie is away, and come back on Mon 8:00 am.",
        List.of("Call Rosa Delgado back with the fridge quote, due 2:45 pm"),
        "Yes, away from Wed 8:00 am until Mon 8:00 am");
    hang(
        wall,
        frame,
        "-edie",
        parts(edie, "Edie is at a job until 3:30.", 1, what, here, silence),
        Map.of());
    hang(
        wall,
        frame,
        "-many",
        parts(
            me,
            "You’re away until Mon.",
            30,
            null,
            SHIFTS,
            new TimeParts.Quiet(true, "21:00", "21:00")),
        Map.of(
            "until", "Choose a time after it begins.",
            "own", "Leave at least one day on, or say that it is when the shop is open.",
            "closes_monday", "Say both when Monday begins and when it ends.",
            "quiet", "Quiet hours have to end at another time."));
  }

  private static void hang(
      Nail wall, Frame frame, String name, TimeParts parts, Map<String, String> errors) {
    wall.hang(
        "/settings/time" + name,
        "settings/time.jte",
        new SettingsPage.OfTime(frame, parts, errors.isEmpty() ? "Saved." : null, errors));
  }

  private static TimeParts parts(
      TimeParts.Whose whose,
      String sentence,
      int planned,
      TimeParts.@Nullable What what,
      ShiftForm shifts,
      TimeParts.Quiet quiet) {
    var absences = IntStream.range(0, planned)
        .mapToObj(i -> new TimeParts.Planned("" + i, "Away from Wed 8:00 am until Fri 8:00 am"))
        .toList();
    var form = new LeavingForm("away", "2026-11-25T08:00", "2026-11-30T08:00");
    return new TimeParts(
        whose,
        sentence,
        !sentence.contains("here"),
        absences,
        new TimeParts.Leaving(form.kinds(), form.from(), form.until(), what),
        shifts.page("5f2c"),
        quiet);
  }
}
