package kept.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import kept.desk.DayLine.Day;
import kept.desk.DayLine.Knot;
import kept.desk.DayLine.Strand;
import kept.desk.PromiseRow.Alarm;
import kept.desk.PromiseRow.Due;
import kept.desk.PromiseRow.Keeper;
import kept.desk.PromiseRow.May;
import kept.platform.http.Assets;
import kept.platform.pages.Face;
import kept.promises.StringShape;
import kept.promises.StringShape.State;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// Marlow & Daughter on Tuesday, November 24, at 2:24 in the afternoon, as the mock-ups have them.
final class GalleryCast {

  static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 14, 24);

  static final Face DANA = new Face("DM", 345, true, "off");
  static final Face PRIYA = new Face("PN", 165, true, "on");
  static final Face EDIE = new Face("EM", 105, true, "on");
  static final Face JUSTIN = new Face("JC", 60, true, "busy");
  static final Face TOMAS = new Face("TR", 255, true, "busy");

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private GalleryCast() {}

  static Instant at(int hour, int minute) {
    return NOW.withHour(hour).withMinute(minute).atZone(ZONE).toInstant();
  }

  static Frame frame(Assets assets, String title, @Nullable Place place) {
    var me = new Frame.Me(
        PRIYA,
        "Priya",
        true,
        Role.AGENT,
        new Frame.Stay(null, null, Stays.untils(PromiseCast.TIME, at(14, 24))));
    return new Frame(title, place, me, new Frame.Badges(4, 11), null, null, at(14, 24), "", assets);
  }

  static PromiseRow rosa() {
    return alarmed(
        row(
            "rosa",
            "Call Rosa Delgado back with the fridge quote",
            "Justin promised on the phone, 11:20",
            string(State.DUE, 0.9, "21 minutes left of 3 hours 25"),
            new Keeper(JUSTIN, "Justin"),
            new Due(at(14, 45), "2:45 pm", "21 min left", "due"),
            May.LOOK),
        new Alarm("Justin is at a job until 3:30.", "I’ll call Rosa", true));
  }

  static PromiseRow alarmed(PromiseRow row, Alarm alarm) {
    return new PromiseRow(
        row.id(),
        row.what(),
        row.href(),
        row.said(),
        row.string(),
        row.keeper(),
        row.due(),
        row.may(),
        alarm);
  }

  static PromiseRow marcus() {
    return row(
        "marcus",
        "Call Marcus Boyd back",
        "Made for us when he hung up",
        string(State.RUNNING, 0.43, "34 minutes left of an hour"),
        new Keeper(PRIYA, "You"),
        new Due(at(14, 58), "2:58 pm", "34 min left", null),
        May.KEEP);
  }

  static PromiseRow amir() {
    return row(
        "amir",
        "Text Amir Haddad photos of the repaired board",
        "Edie promised by text, 9:40",
        string(State.RUNNING, 0.75, "1 hour 36 left of 6 hours 20"),
        new Keeper(EDIE, "Edie"),
        new Due(at(16, 0), "4:00 pm", "1 h 36", null),
        May.KEEP);
  }

  static PromiseRow chuck() {
    return row(
        "chuck",
        "Swap Chuck Alvarez’s cracked 42″ TV",
        "You promised on the phone, 10:40",
        string(State.RUNNING, 0.59, "2 hours 36 left of 6 hours 20"),
        new Keeper(TOMAS, "Tomás", "Tomás, standing in for Justin until Mon"),
        new Due(at(17, 0), "5:00 pm", "2 h 36", null),
        May.KEEP);
  }

  static PromiseRow okafor() {
    return row(
        "okafor",
        "Refund Mrs Okafor’s $45 delivery fee",
        "Dana promised in the shop, yesterday",
        string(State.RUNNING, 0.86, "3 hours 6 left of a day"),
        new Keeper(DANA, "Dana"),
        new Due(at(17, 30), "5:30 pm", "3 h 06", null),
        May.KEEP);
  }

  static PromiseRow kept() {
    return row(
        "kept",
        "Ring Jo Pettit about her oven glass",
        "Edie promised on the phone, 11:02",
        string(State.KEPT, 1, "Kept 17 minutes early"),
        new Keeper(EDIE, "Edie"),
        new Due(at(13, 40), "1:40", "17 min early", "kept"),
        May.LOOK);
  }

  static PromiseRow hillside() {
    return row(
        "hillside",
        "Order the compressor for Hillside Café",
        "Justin promised by email, today",
        string(State.RUNNING, 0.12, "Due tomorrow at 9"),
        new Keeper(JUSTIN, "Justin"),
        new Due(at(14, 24).plusSeconds(67_000), "Wed 9:00", "tomorrow", null),
        May.KEEP);
  }

  static StringShape string(State state, double elapsed, String words) {
    return StringShape.of(state, elapsed, 0.8, StringShape.ROW, words);
  }

  static PromiseRow row(
      String id, String what, String said, StringShape string, Keeper keeper, Due due, May may) {
    return new PromiseRow(id, what, "/c/" + id, said, string, keeper, due, may, null);
  }

  static WaitRow waits(
      int place, String name, String how, String words, String icon, String waited, boolean late) {
    var face = name.startsWith("(") ? Face.unknown() : Face.of(name);
    var clock = new WaitRow.Clock(at(13, 58), waited, "since 1:58", late);
    return new WaitRow(place, face, name, how, words, icon, clock, "/c/" + name.hashCode(), null);
  }

  static List<WaitRow> waiting() {
    return List.of(
        waits(
            1,
            "Lena Whitfield",
            "by email",
            "“Is my dryer part in yet? You said Monday.”",
            "envelope-simple",
            "1 min",
            false),
        waits(
            2,
            "Marcus Boyd",
            "wrote twice",
            "“Nobody rang. Could somebody, before three?”",
            "envelope-simple",
            "26 min",
            true),
        waits(
            3,
            "(415) 555-0177",
            "new to us",
            "“Hi, do you hang TVs you didn’t sell? It’s a brick wall…”",
            "chat-text",
            "9 min",
            true));
  }

  static Day day() {
    return new Day(NOW.withHour(8).withMinute(0), NOW.withHour(18).withMinute(0), NOW, "2:24");
  }

  static Strand strand(double said, double due, Knot knot, String label) {
    return new Strand(hours(said), hours(due), knot, label, label + ", " + knot.name());
  }

  static List<Strand> strands() {
    return List.of(
        strand(8.4, 9.25, Knot.KEPT, "9:15 Jo"),
        strand(9.1, 10, Knot.KEPT, "10:00 Ben"),
        strand(7.2, 11.5, Knot.KEPT, "11:30 Bright"),
        strand(10.2, 12.2, Knot.KEPT, "12:12 Jo"),
        strand(12.5, 13.25, Knot.KEPT, "1:15 Ben"),
        strand(13.1, 13.85, Knot.KEPT, "1:51 Amir"),
        strand(11.33, 14.75, Knot.DUE, "2:45 Rosa"),
        strand(13.97, 14.97, Knot.DUE, "2:58 Marcus"),
        strand(9.67, 16, Knot.OPEN, "4:00 Amir"),
        strand(10.67, 17, Knot.OPEN, "5:00 Chuck"),
        strand(-6, 17.5, Knot.OPEN, "5:30 Okafor"));
  }

  static List<Strand> fiftyStrands() {
    return IntStream.range(0, 50)
        .mapToObj(i -> strand(
            8 + i * 0.1,
            9 + i * 0.17,
            i < 25 ? Knot.KEPT : i < 28 ? Knot.BROKEN : Knot.OPEN,
            (9 + i * 17 / 100) + ":" + (10 + i) + " Customer"))
        .toList();
  }

  static List<PromiseRow> fifty() {
    return IntStream.range(0, 50)
        .mapToObj(i -> row(
            "p" + i,
            "Ring Wilhelmina Featherstonehaugh-Montgomery about the " + i + " brackets she ordered",
            "Tomás promised by email, yesterday",
            string(State.RUNNING, i / 50.0, i + " hours left"),
            new Keeper(TOMAS, "Tomás"),
            new Due(at(15, i), "3:" + (10 + i), i + " min left", null),
            May.KEEP))
        .toList();
  }

  private static LocalDateTime hours(double hours) {
    return NOW.toLocalDate().atStartOfDay().plusMinutes(Math.round(hours * 60));
  }
}
