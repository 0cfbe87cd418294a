package kept.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HolidaysTest {

  @Test
  void writesTheNameOfAHolidayAsTheRestOfThePageIsWritten() {
    assertThat(new Holidays("us").on(LocalDate.parse("2027-01-01"))).hasValue("New Year’s Day");
  }
}
