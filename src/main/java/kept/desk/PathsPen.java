package kept.desk;

import static kept.promises.StringShape.n;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kept.desk.PathsDrawing.Cap;
import kept.desk.PathsDrawing.Hello;
import kept.desk.PathsDrawing.Knot;
import kept.desk.PathsDrawing.Label;
import kept.desk.PathsDrawing.Size;
import kept.desk.PathsDrawing.Strand;
import kept.desk.PathsDrawing.Tick;
import kept.desk.PathsDrawing.Who;
import kept.frontdoor.Path;
import kept.frontdoor.Path.End;
import kept.frontdoor.Path.Way;
import kept.platform.pages.Face;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Draws every way through a front door at one width. Pure, and for one drawing.
final class PathsPen {
  private static final int TOP = 44;
  private static final int ROW = 38;
  private static final int SHUT_ROW = 30;
  private static final int FACE = 24;
  private static final int MOST_FACES = 3;

  private final Size size;
  private final List<Path> open;
  private final List<Path> shut;
  private final Map<AgentId, Agent> team;
  private final double second;
  private final List<Strand> strands = new ArrayList<>();
  private final List<Cap> caps = new ArrayList<>();
  private final List<Who> faces = new ArrayList<>();
  private final List<Knot> knots = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  PathsPen(Size size, List<Path> paths, Map<AgentId, Agent> team) {
    this.size = size;
    this.team = team;
    this.open = paths.stream().filter(path -> !isShut(path)).toList();
    this.shut = paths.stream().filter(PathsPen::isShut).toList();
    this.second = Math.min(size.most, (double) (size.width - size.left - size.room) / longest());
  }

  private static boolean isShut(Path path) {
    return switch (path.way()) {
      case CLOSED, HOLIDAY, NUISANCE -> true;
      case DIRECT, KNOWN, SCREENED, WAVE, NOBODY, KEY -> false;
    };
  }

  PathsDrawing draw(Duration hello) {
    var trunk = trunk();
    for (int row = 0; row < open.size(); row++) strand(row, trunk);
    var ground = TOP + ROW * open.size() + 6;
    for (int i = 0; i < shut.size(); i++) shut(shut.get(i), ground + 22 + SHUT_ROW * i);
    var height = ground + SHUT_ROW * Math.max(1, shut.size()) + 12;
    return new PathsDrawing(
        size, height, ground, hello(hello), ticks(), strands, caps, faces, knots, labels);
  }

  /// The row of the first wave, from which the others part.
  private int trunk() {
    for (int row = 0; row < open.size(); row++) if (open.get(row).way() == Way.WAVE) return row;
    return 0;
  }

  private void strand(int row, int trunk) {
    var path = open.get(row);
    var y = y(row);
    var end = path.way() == Way.KEY ? Math.max(x(path.at()), cap() + 22) : x(path.at());
    if (row == trunk) strands.add(new Strand("M" + n(x(0)) + "," + y + "H" + n(end), "6", false));
    else if (row < trunk) part(x(0) + second, y(trunk), y, end, "2", true);
    else part(begin(row, trunk), y(row - 1), y, end, width(row - trunk), false);
    for (var key : path.keys()) cap(cap(), y, key.digit());
    end(path, end, y);
  }

  /// A way leaves the one before it where that began.
  private double begin(int row, int trunk) {
    return row - 1 == trunk ? x(0) + second / 2 : x(open.get(row - 1).at()) - 6 * second;
  }

  private static String width(int place) {
    return switch (place) {
      case 1 -> "4";
      case 2 -> "2.25";
      default -> "1.75";
    };
  }

  private void part(double from, int fromY, int y, double end, String width, boolean may) {
    var bend = Math.max(8, Math.min(2.6 * second, end - from - 4));
    var curve = "M" + n(from) + "," + fromY + "C" + n(from + bend * .6) + "," + fromY + " "
        + n(from + bend * .2) + "," + y + " " + n(from + bend) + "," + y;
    strands.add(new Strand(curve + "H" + n(end), width, may));
  }

  private void shut(Path path, int y) {
    var end = Math.max(x(path.at()), x(0) + 30);
    strands.add(new Strand("M" + n(x(0)) + "," + y + "H" + n(end), "2", true));
    end(path, end, y);
  }

  private void end(Path path, double x, int y) {
    var behind = x + 16;
    if (path.end() == End.PROMISE) knots.add(new Knot(n(x), y));
    else behind = faces(path, x, y);
    label(path, behind, y);
  }

  /// Where the words begin behind the faces.
  private double faces(Path path, double x, int y) {
    var people = path.people().stream().limit(MOST_FACES).map(team::get).toList();
    if (people.isEmpty()) return face(path.way() == Way.WAVE ? "all" : "…", 165, x, y);
    var behind = x;
    for (int i = 0; i < people.size(); i++) {
      var agent = people.get(i);
      var face = agent == null ? Face.unknown() : Faces.of(agent);
      behind = face(face.initials(), face.hue(), x + i * (FACE - 2), y);
    }
    return behind;
  }

  private double face(String initials, int hue, double x, int y) {
    faces.add(new Who(n(x - FACE / 2.0), n(x), y, hue, initials));
    return x + FACE / 2.0 + 8;
  }

  /// Where keys stand, however narrow a second is.
  private double cap() {
    return x(0) + Math.max(20, 3 * second);
  }

  private void cap(double x, int y, char digit) {
    caps.add(new Cap(n(x - 9), n(x), y, "" + digit));
  }

  private void label(Path path, double x, int y) {
    var room = (int) ((size.width - x) / size.letter);
    var words = size == Size.NARROW ? brief(path) : whole(path);
    if (words.length() > room) words = ListWords.shortened(brief(path), room);
    var fits = words.length() + path.when().length() + 2 <= room;
    labels.add(new Label(n(x), y + 4, words, size != Size.NARROW && fits ? path.when() : ""));
  }

  private static String whole(Path path) {
    return isShut(path) || path.way() == Way.KEY
        ? path.what()
        : path.at().toSeconds() + " s, " + path.what();
  }

  private static String brief(Path path) {
    var what = path.what().replace(" and a promise", "").replace(" of the team", "");
    return switch (path.way()) {
      case KEY -> "Press " + path.keys().getFirst().digit() + ": " + pressed(path);
      case CLOSED, HOLIDAY, NUISANCE -> what;
      case DIRECT, KNOWN, SCREENED, WAVE, NOBODY -> path.at().toSeconds() + " s, " + what;
    };
  }

  private static String pressed(Path path) {
    return switch (path.keys().getFirst().act()) {
      case RING_BACK -> "we ring back";
      case VOICEMAIL -> "a message";
      case PEOPLE -> "others first";
    };
  }

  private @Nullable Hello hello(Duration hello) {
    if (hello.isZero()) return null;
    var width = second * hello.toMillis() / 1000d;
    var words = width > 60 ? "hello, " + Math.ceilDiv(hello.toMillis(), 1000L) + " s" : "";
    return new Hello(n(x(0)), n(width), words);
  }

  private List<Tick> ticks() {
    var ticks = new ArrayList<Tick>();
    ticks.add(new Tick(n(x(0)), "0 s", "start"));
    var step = 10;
    while (step * second < 40) step *= 2;
    for (int at = step; at <= longest() + step / 2 && x(at) < size.width; at += step)
      ticks.add(new Tick(n(x(at)), "" + at, "middle"));
    return ticks;
  }

  private long longest() {
    return open.stream().mapToLong(path -> path.at().toSeconds()).max().orElse(30);
  }

  private int y(int row) {
    return TOP + ROW * row;
  }

  private double x(Duration at) {
    return size.left + second * at.toMillis() / 1000d;
  }

  private double x(int seconds) {
    return size.left + second * seconds;
  }
}
