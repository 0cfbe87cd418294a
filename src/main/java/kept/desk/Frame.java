package kept.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kept.platform.http.Assets;
import kept.platform.pages.Face;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// What stands around every page of the desk: where we are, who we are, what waits elsewhere.
///
/// `now` is the server's clock, so that the clocks on the page agree with it whatever the device
/// believes. `mark` says how far the news had come when the page was made. `lever` is there only in
/// the sample shop.
public record Frame(
    String title,
    @Nullable Place place,
    Me me,
    Badges badges,
    @Nullable Banner banner,
    @Nullable Lever lever,
    Instant now,
    String mark,
    Assets assets) {

  /// The member of the team who looks at the page.
  public record Me(Face face, String name, boolean takingCalls, Role role, Stay stay) {
    /// One who is here.
    public Me(Face face, String name, boolean takingCalls, Role role) {
      this(face, name, takingCalls, role, new Stay(null, null, List.of()));
    }

    public boolean helper() {
      return role == Role.HELPER;
    }

    public String status() {
      if (stay.words != null) return stay.words;
      return takingCalls ? "Taking calls" : "Not on calls";
    }
  }

  /// Where they are: `words` ("At a job until 3:30") and the mark on the face while they are not at
  /// hand, else the times until which they may say that they are in a job or driving.
  public record Stay(@Nullable String words, @Nullable String on, List<Choice> untils) {}

  /// How much waits in the other places; none is shown as nothing.
  public record Badges(int conversations, int promises, int calls) {
    /// Of a moment in which nobody rings.
    public Badges(int conversations, int promises) {
      this(conversations, promises, 0);
    }
  }

  /// One line across the top: `due` for what needs care, `live` for news, `sample` for the made-up
  /// shop.
  public record Banner(
      String tone,
      String words,
      @Nullable String href,
      @Nullable String linkWords) {}

  /// The control that moves the sample shop's clock, and what else can be made to happen there.
  public record Lever(String clockWords, List<Press> presses) {}

  /// A button of the sample shop, and where it is sent.
  public record Press(String words, String action) {}

  public List<Place> daily() {
    return visible().stream().filter(place -> !place.business()).toList();
  }

  public List<Place> business() {
    return visible().stream().filter(Place::business).toList();
  }

  public int badge(Place of) {
    return switch (of) {
      case CONVERSATIONS -> badges.conversations();
      case PROMISES -> badges.promises();
      case TODAY, PEOPLE, FRONT_DOOR, SETTINGS -> 0;
    };
  }

  public boolean isAt(Place other) {
    return place == other;
  }

  /// The topics of the settings that are theirs.
  public List<Topic> topics() {
    return Arrays.stream(Topic.values()).filter(topic -> topic.isFor(me.role)).toList();
  }

  private List<Place> visible() {
    return Arrays.stream(Place.values())
        .filter(each -> !me.helper() || each.forHelpers())
        .toList();
  }
}
