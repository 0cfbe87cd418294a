package kept.desk;

import java.time.Instant;
import kept.platform.pages.Face;
import kept.promises.StringShape;
import org.jspecify.annotations.Nullable;

/// One promise in a list, in words already chosen.
///
/// `said` tells who promised it and how ("Justin promised on the phone, 11:20"). `may` decides what
/// whoever looks can do with it now; an `alarm` sets the row apart and offers two ways out.
public record PromiseRow(
    String id,
    String what,
    @Nullable String href,
    String said,
    StringShape string,
    Keeper keeper,
    Due due,
    May may,
    @Nullable Alarm alarm) {

  /// `standingIn` is there when they keep it for a while only: "Priya, standing in for Edie until
  /// Mon".
  public record Keeper(Face face, String name, @Nullable String standingIn) {
    /// The one whose promise it is.
    public Keeper(Face face, String name) {
      this(face, name, null);
    }
  }

  /// When it is due and how that stands ("2:45 pm", "21 min left"); `tone` is due, risk, kept or
  /// null.
  public record Due(
      Instant at, String hour, String standing, @Nullable String tone) {}

  public enum May {
    /// Mark it kept, agree a new time, hand it on, let it go.
    KEEP,
    /// Ended a moment ago: take that back.
    UNDO,
    /// Look only: ended, or somebody else's on a helper's page.
    LOOK
  }

  /// What endangers it ("Justin is at a job until 3:30.", "Rosa is still waiting."), and the
  /// words with which somebody takes it ("I’ll call Rosa").
  public record Alarm(String why, @Nullable String takeIt, boolean canAgreeNewTime) {}

  public boolean mayKeep() {
    return may == May.KEEP;
  }

  public boolean mayUndo() {
    return may == May.UNDO;
  }

  public boolean running() {
    return !string.ended();
  }
}
