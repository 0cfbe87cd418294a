package kept.desk;

import java.util.List;
import kept.platform.pages.Face;
import kept.promises.StringShape;
import org.jspecify.annotations.Nullable;

/// Everything owed, by when: what is late and due today in full, what comes later in short.
public record PromisesPage(
    Frame frame, Heading heading, @Nullable AddPromise add, Board board) {

  /// "Promises · Tuesday 2:24", the sentence, in amber what is about to break, and the ways to look
  /// at it: by when, by person.
  public record Heading(
      String where, String sentence, @Nullable String danger, List<Whose> ways) {}

  /// The two columns: `now` in full rows and below these what broke lately, `later` in short
  /// ones, and below these who carries what. `whose` narrows it to one keeper, `kinds` to one
  /// kind; `src` gives the same again.
  public record Board(
      String src,
      List<Section> now,
      @Nullable Broken broken,
      List<Section> later,
      List<Load> loads,
      List<Whose> whose,
      List<Whose> kinds) {

    public boolean nothingOwed() {
      return now.isEmpty() && later.isEmpty();
    }
  }

  /// One part of the board. `count` is words ("5", "6, all in time"); `told` says who has been told
  /// of what is late, or what an empty part is for; `more` leads to those that are left out.
  public record Section(
      String id,
      String title,
      String count,
      List<PromiseRow> rows,
      @Nullable String told,
      @Nullable More more) {

    public static Section of(String id, String title, List<PromiseRow> rows) {
      return new Section(id, title, String.valueOf(rows.size()), rows, null, null);
    }

    static Section empty(String id, String title, String words) {
      return new Section(id, title, "0", List.of(), words, null);
    }

    /// Ended promises stand a little closer together.
    public boolean ended() {
      return !rows.isEmpty() && rows.stream().noneMatch(PromiseRow::running);
    }
  }

  /// What broke in the last seven days; `count` as "1 in the last seven days".
  public record Broken(
      String count, List<BrokenRow> rows, @Nullable More more) {}

  /// "Due Thu 4:00 pm, done Fri 9:20 am.", and whether they heard it from us.
  public record BrokenRow(
      String id,
      String what,
      String href,
      StringShape string,
      String words,
      String told,
      @Nullable Second second) {}

  /// Who hears next after its keeper; `href` is where whoever looks can name somebody.
  public record Second(String words, @Nullable String href) {}

  public record More(String words, String href) {}

  /// A keeper or a kind to look at alone, or everything.
  public record Whose(String words, String href, boolean chosen) {}

  /// Who carries how much; `share` is of the fullest hands, from 0 to 100.
  public record Load(Face face, String name, int share, boolean atRisk, String words) {}
}
