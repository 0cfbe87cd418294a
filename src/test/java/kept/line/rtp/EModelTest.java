package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// ITU-T G.107: what its annex B (whose table rounds generously) and its formulas give.
class EModelTest {
  @ParameterizedTest
  @CsvSource({
    "93.2, 4.41",
    "90, 4.34",
    "80, 4.03",
    "70, 3.60",
    "60, 3.10",
    "50, 2.58",
    "100, 4.5",
    "0, 1",
    "-5, 1",
    "120, 4.5",
    "3, 1"
  })
  void aRatingHasItsScore(double rating, double mos) {
    assertThat(EModel.mos(rating)).isCloseTo(mos, Offset.offset(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 93.2",
    "100, 0, 93.2",
    // X = 1: 25 (2^(1/6) - 3 (1 + 1/729)^(1/6) + 2)
    "200, 0, 90.156",
    // 95 * 1 / (1 + 25.1)
    "0, 0.01, 89.560",
    "0, 0.05, 77.419"
  })
  void delayAndLossImpair(double millis, double loss, double rating) {
    assertThat(EModel.rating(millis, loss, EModel.CONCEALED))
        .isCloseTo(rating, Offset.offset(0.002));
  }

  @Test
  void lossHurtsMoreWhereNobodyConcealsIt() {
    assertThat(EModel.rating(0, 0.02, EModel.BARE))
        .isCloseTo(93.2 - 190 / 6.3, Offset.offset(1e-9));
  }

  @Test
  void worseIsNeverBetter() {
    double before = 100;
    for (int millis = 0; millis < 3000; millis += 10) {
      double now = EModel.rating(millis, millis / 3000.0, EModel.CONCEALED);
      assertThat(now).isLessThanOrEqualTo(before);
      before = now;
    }
  }
}
