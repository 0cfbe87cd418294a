package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import kept.TestKept;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void somebodyOfTheTeamKeepsTheirDeskAroundAnError() {
    var nowhere = kept.as(kept.shop.priya).get("/nowhere");

    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body())
        .contains("<h1>It isn’t here</h1>")
        .contains("href=\"/promises\"")
        .contains("Skip to what happened")
        .contains("Back to today");
  }

  @Test
  void aHelperIsToldWhatIsNotTheirsAmongTheirOwnPlaces() {
    var people = kept.as(kept.shop.tomas).get("/people");

    assertThat(people.statusCode()).isEqualTo(403);
    assertThat(people.body())
        .contains("That’s not yours to open")
        .contains("href=\"/promises\"")
        .doesNotContain("href=\"/people\"");
  }

  @Test
  void aStrangerIsShownTheDoorAndNothingOfTheDesk() {
    var nowhere = kept.stranger().get("/nowhere");

    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body())
        .contains("It isn’t here")
        .contains("href=\"/in\"")
        .doesNotContain("Back to today")
        .doesNotContain("/promises");
  }

  @Test
  void aCustomerIsNotSentToTheTeamsDoor() {
    var below = kept.stranger().get("/p/" + "x".repeat(32) + "/nowhere");

    assertThat(below.statusCode()).isEqualTo(404);
    assertThat(below.body()).contains("It isn’t here").doesNotContain("href=\"/in\"");
  }
}
