package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.desk.PathsDrawing.Size;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Paths;
import kept.frontdoor.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathsDrawingTest {
  private static final List<Plan> PLANS =
      List.of(GalleryFrontDoor.MOCK_UP, GalleryFrontDoor.FULL, FrontDoors.usual());
  private static final double LETTER = 6.4;

  @ParameterizedTest
  @EnumSource
  void everyWayHasItsWordsAndTheyStayOnThePage(Size size) {
    for (var plan : PLANS) {
      var paths = Paths.of(plan, GalleryFrontDoor.TEAM, Duration.ofHours(1));
      var drawing = PathsDrawing.of(size, paths, Duration.ofSeconds(4), GalleryFrontDoor.TEAM);

      assertThat(drawing.labels()).hasSameSizeAs(paths);
      assertThat(drawing.strands()).hasSameSizeAs(paths);
      assertThat(drawing.labels()).allSatisfy(label -> {
        var letters = label.words().length() + label.more().length();
        assertThat(Double.parseDouble(label.x()) + LETTER * letters)
            .as(label.toString())
            .isLessThanOrEqualTo(size.width() + 1);
        assertThat(label.y()).isLessThan(drawing.height());
      });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWayEndsFurtherRightTheLongerItTakes(Size size) {
    var paths = Paths.of(GalleryFrontDoor.MOCK_UP, GalleryFrontDoor.TEAM, Duration.ofHours(1));
    var drawing = PathsDrawing.of(size, paths, Duration.ZERO, GalleryFrontDoor.TEAM);
    var ends = drawing.faces().stream().map(PathsDrawing.Who::y).distinct().toList();

    assertThat(drawing.hello()).isNull();
    assertThat(ends).isSorted().hasSize(3);
    assertThat(drawing.faces())
        .extracting(PathsDrawing.Who::initials)
        .containsExactly("PN", "EM", "JC", "TR");
    assertThat(drawing.faces().stream().map(face -> Double.valueOf(face.x())).toList())
        .isSorted();
  }
}
