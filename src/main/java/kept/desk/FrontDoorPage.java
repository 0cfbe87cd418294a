package kept.desk;

import java.util.List;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// The front door as a page shows it, in words already chosen. `ways` are the doors where there are
/// several.
public record FrontDoorPage(Frame frame, List<Way> ways, Door door) {
  public record Way(String href, String words, boolean chosen) {}

  /// A shop that has no door yet.
  public record None(Frame frame, boolean may) {}

  /// Everything that changes with the draft. `may` opens the forms.
  public record Door(
      String id,
      boolean may,
      Heading heading,
      Picture picture,
      List<Trouble> troubles,
      Strip strip,
      Bill bill,
      List<Earlier> earlier,
      Texts texts,
      @Nullable Closing closing) {
    public String href() {
      return FrontDoorPages.HOME + "/" + id;
    }

    public boolean usable() {
      return heading.draft != null && troubles.isEmpty();
    }
  }

  /// "Front door · (415) 555-0100", what a caller lives through, and what the draft changes.
  public record Heading(
      String where, String sentence, String brief, @Nullable String draft) {}

  /// Every way through, drawn at three widths and told in words.
  public record Picture(List<PathsDrawing> drawings, List<String> facts) {}

  /// Why the draft cannot be used; posts `nth` to go one step out of it.
  public record Trouble(String sentence, @Nullable String wayOut, int nth) {}

  /// The strip from the first ring to the closed door.
  public record Strip(
      Said hello, Hours hours, Keys keys, Rota rota, Nobody nobody, List<Said> shut, Rules rules) {}

  /// What is said at a moment: `words` for eyes, else what the line itself says. `src` plays it.
  public record Said(
      String moment,
      String title,
      String chip,
      String words,
      @Nullable String own,
      @Nullable String src,
      String note) {}

  /// Words that were typed for a moment and can be heard at `src` before they are kept.
  public record Typed(String door, String moment, String words, String src) {}

  /// The same as a page of its own, for whoever has no scripts.
  public record OfTyped(Frame frame, Typed typed) {}

  /// My phone rings about the door; `others` are posted as `when` to be rung again.
  public record Rings(String id, String door, String words, List<Choice> others) {}

  public record OfRings(Frame frame, Rings rings) {}

  public record Hours(String chip, boolean open, String words, List<HoursParts.Ahead> ahead) {}

  /// Posts `act` and `agent`s for the next key, which is null where there are three.
  public record Keys(
      String title,
      List<Pressed> pressed,
      @Nullable String next,
      List<Choice> acts,
      List<Choice> people,
      String cost,
      String tone) {}

  public record Pressed(String digit, String words, String does) {}

  /// Who rings, in order. Posts `who` and `with` to add somebody.
  public record Rota(
      boolean inTurn,
      boolean knownFirst,
      List<Row> rows,
      List<Choice> people,
      List<Choice> places) {}

  /// A wave; `delays` set when it joins, by how long the one before rings alone.
  public record Row(
      int nth, List<Face> faces, String names, String says, List<Choice> delays, boolean last) {}

  /// Posts `overflow` and `elsewhere`; `delays` set how long the last wave rings.
  public record Nobody(
      String chip,
      int nth,
      List<Choice> delays,
      List<Choice> overflows,
      String elsewhere,
      String words) {}

  /// Whose calls are met otherwise.
  public record Rules(
      List<Choice> screenings,
      String screened,
      @Nullable String direct,
      List<Choice> people,
      String callers,
      List<Nuisance> nuisances) {}

  public record Nuisance(String number, String words, String note) {}

  /// What the door costs a caller, beside what it was.
  public record Bill(
      List<Line> lines, String longest, @Nullable String longestWas, String note) {}

  public record Line(
      String words, String now, String unit, @Nullable String was) {}

  /// A day ahead on which the shop is closed: what hello adds, once `added`, and what it would add.
  public record Closing(String words, String says, long seconds, boolean added) {}

  /// What the text says to whoever rings in vain now, and while it is closed.
  public record Texts(boolean areSetUp, String missed, String closed) {}

  /// A door that it was before.
  public record Earlier(String id, String when, String words) {}
}
