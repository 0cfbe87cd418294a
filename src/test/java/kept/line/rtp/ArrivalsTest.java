package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals();

  @Test
  void placesRunOnOverAWrap() {
    long first = place(1, 65_534);

    assertThat(place(1, 65_535)).isEqualTo(first + 1);
    assertThat(place(1, 0)).isEqualTo(first + 2);
    assertThat(place(1, 5)).isEqualTo(first + 7);
    assertThat(place(1, 65_533)).isEqualTo(first - 1);
  }

  @Test
  void aDuplicateIsNotAdmittedHoweverLate() {
    for (int i = 0; i < 60; i++) place(1, i);

    for (int i = 0; i < 60; i++) assertThat(arrivals.admits(1, i)).as("%d", i).isFalse();
  }

  @Test
  void tooLateIsTooLate() {
    place(1, 0);
    place(1, 100);

    assertThat(arrivals.admits(1, 37)).as("63 behind").isTrue();
    assertThat(arrivals.admits(1, 36)).as("64 behind").isFalse();
  }

  @Test
  void oneWildNumberIsIgnoredTwoInOrderAreANewStart() {
    long first = place(1, 10);

    assertThat(arrivals.admits(1, 30_000)).isFalse();
    assertThat(place(1, 11)).isEqualTo(first + 1);
    assertThat(arrivals.admits(1, 40_000)).isFalse();
    assertThat(place(1, 40_001)).isEqualTo(first + 2);
    assertThat(arrivals.restarted()).isTrue();
    assertThat(arrivals.admits(1, 40_000)).as("was another stream's").isFalse();
    assertThat(place(1, 40_002)).isEqualTo(first + 3);
    assertThat(arrivals.restarted()).isFalse();
  }

  @Test
  void aNewSourceIsBelievedAtOnceAndItsForerunnerNotForAWhile() {
    long first = place(1, 10);

    assertThat(place(2, 500)).isEqualTo(first + 1);
    assertThat(arrivals.restarted()).isTrue();
    assertThat(arrivals.admits(1, 11)).isFalse();
    for (int i = 1; i <= 25; i++) place(2, 500 + i);
    assertThat(arrivals.admits(1, 12)).isTrue();
  }

  private long place(int ssrc, int sequence) {
    assertThat(arrivals.admits(ssrc, sequence)).as("%d of %d", sequence, ssrc).isTrue();
    return arrivals.index(sequence);
  }
}
