package kept.promises;

import static org.assertj.core.api.Assertions.assertThat;

import kept.promises.StringShape.Point;
import kept.promises.StringShape.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringShapeTest {

  @Test
  void hangsSlackWhileThereIsTime() {
    var string =
        StringShape.of(State.RUNNING, 0.43, 0.8, StringShape.ROW, "34 minutes left of an hour");

    assertThat(string.rest()).isEqualTo("M5,9 Q58,24.5 111,9");
    assertThat(string.run()).isEqualTo("M5,9 Q27.8,15.7 50.6,16.6");
    assertThat(string.bead()).isEqualTo(new Point("50.6", "16.6"));
    assertThat(string.nudge()).isEqualTo(new Point("89.8", "10.5"));
  }

  @Test
  void isTautWhenTheHourIsNear() {
    var string =
        StringShape.of(State.DUE, 0.9, 0.75, StringShape.ROW, "21 minutes left of 3 hours 25");

    assertThat(string.rest()).isEqualTo("M5,9 Q58,12 111,9");
    assertThat(string.nudge()).isNull();
  }

  @Test
  void tiesAKnotWhenKept() {
    var string = StringShape.of(State.KEPT, 1, 0, StringShape.ROW, "Kept 17 minutes early");

    assertThat(string.ended()).isTrue();
    assertThat(string.run()).isEqualTo("M5,9 Q58,16 111,9");
    assertThat(string.tick()).isEqualTo("M107.8,9.2l2.2,2.2l4.2,-4.4");
    assertThat(string.bead()).isNull();
  }

  @Test
  void snapsWhenBroken() {
    var string = StringShape.of(State.BROKEN, 1, 0, StringShape.ROW, "Broken");

    assertThat(string.run()).isEqualTo("M5,9 H70.7 m-1,-4 l5,-3 m-5,11 l5,3");
    assertThat(string.rest()).isEqualTo("M84.7,9 H111");
  }

  @Test
  void saysKeptLateInItsOwnColor() {
    var string = StringShape.of(State.KEPT_LATE, 1, 0, StringShape.ROW, "Kept a day late");

    assertThat(string.state().css()).isEqualTo("late");
    assertThat(string.run()).isEqualTo("M5,9 H111");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, 0, 0.5, 1, 7})
  void keepsTheBeadOnTheStringWhateverTheClockSays(double elapsed) {
    var string = StringShape.of(State.RUNNING, elapsed, 0.75, StringShape.ROW, "words");

    assertThat(string.bead()).isNotNull().satisfies(bead -> {
      assertThat(Double.parseDouble(bead.x())).isBetween(5.0, 111.0);
      assertThat(Double.parseDouble(bead.y())).isBetween(9.0, 28.0);
    });
  }

  @Test
  void isThreeTimesAsLongOnTheCustomersPage() {
    var string = StringShape.of(State.RUNNING, 0.72, 0.86, StringShape.PAGE, "On the way");

    assertThat(string.end()).isEqualTo(349);
    assertThat(string.rest()).startsWith("M5,9 Q177,");
  }
}
