package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kept.line.speech.Tones.Region;
import kept.line.speech.Tones.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TonesTest {
  /// First and second frequency, milliseconds of the first burst and of the whole cadence.
  @ParameterizedTest
  @CsvSource({
    "US, RING_BACK, 440, 480, 2000, 6000",
    "US, BUSY, 480, 620, 500, 1000",
    "US, CONGESTION, 480, 620, 250, 500",
    "GB, RING_BACK, 400, 450, 400, 3000",
    "GB, BUSY, 400, 400, 375, 750",
    "GB, CONGESTION, 400, 400, 400, 1500",
    "EU, RING_BACK, 425, 425, 1000, 5000",
    "EU, BUSY, 425, 425, 500, 1000",
    "EU, CONGESTION, 425, 425, 250, 500",
    "EU, BEEP, 1000, 1000, 400, 400",
  })
  void everyToneHasThePitchAndCadenceOfItsRegion(
      Region region, Tone tone, int low, int high, int burst, int whole) {
    var sound = Tones.samples(region, tone);

    double each = 32768 / 10.0 * Math.sqrt(low == high ? 2 : 1);
    assertThat(sound).hasSize(whole * 8);
    assertThat(Hearing.loudness(sound, 0, burst * 8, low)).isCloseTo(each, within(each / 10));
    assertThat(Hearing.loudness(sound, 0, burst * 8, high)).isCloseTo(each, within(each / 10));
    if (burst < whole) assertThat(sound[burst * 8 + 1]).isZero();
  }

  @Test
  void britishRingingComesInPairs() {
    var sound = Tones.samples(Region.GB, Tone.RING_BACK);

    assertThat(Hearing.loudness(sound, 400 * 8, 600 * 8, 400)).isLessThan(10);
    assertThat(Hearing.loudness(sound, 600 * 8, 1000 * 8, 400)).isGreaterThan(2900);
    assertThat(Hearing.loudness(sound, 1000 * 8, 3000 * 8, 400)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Region.class)
  void noToneClicksWhereItRepeats(Region region) {
    for (var tone : Tone.values()) {
      var sound = Tones.samples(region, tone);

      assertThat(sound[0]).isZero();
      assertThat(sound[sound.length - 1]).isZero();
      assertThat(Tones.sound(region, tone).samples()).isEqualTo(sound.length);
    }
  }
}
