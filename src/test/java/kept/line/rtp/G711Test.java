package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// ITU-T G.711, tables 1a to 2b, built here from their segments: decision values, and the
/// values in the middle between two of them.
class G711Test {
  /// Positive decision values x_1 … x_129 of a law, in 16-bit samples.
  private static int[] decisions(Law law) {
    var values = new int[129];
    int unit = law == Law.PCMU ? 4 : 8;
    int at = 0;
    for (int i = 1; i <= 128; i++) {
      int segment = (i - 1) / 16;
      int step = law == Law.PCMU ? 2 << segment : 1 << Math.max(1, segment);
      // The first step of mu-law is half as wide: zero is a value of its own.
      at += law == Law.PCMU && i == 1 ? 1 : step;
      values[i] = at * unit;
    }
    return values;
  }

  private static int value(Law law, int number) {
    var x = decisions(law);
    return law == Law.PCMU && number == 0 ? 0 : (x[number] + x[number + 1]) / 2;
  }

  /// The code of the number-th positive value; a negative one differs in the first bit.
  private static byte code(Law law, int number) {
    return (byte) (law == Law.PCMU ? 0xFF - number : (0x80 | number) ^ 0x55);
  }

  @Test
  void theTablesEndWhereTheStandardSays() {
    assertThat(decisions(Law.PCMU)[128]).isEqualTo(8159 * 4);
    assertThat(decisions(Law.PCMA)[128]).isEqualTo(4096 * 8);
    assertThat(value(Law.PCMU, 127)).isEqualTo(8031 * 4);
    assertThat(value(Law.PCMA, 127)).isEqualTo(4032 * 8);
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasTheStandardsValue(Law law) {
    for (int number = 0; number < 128; number++) {
      byte positive = code(law, number);
      assertThat(G711.decode(law, positive)).isEqualTo((short) value(law, number));
      assertThat(G711.decode(law, (byte) (positive ^ 0x80))).isEqualTo((short) -value(law, number));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySampleGetsTheCodeOfItsInterval(Law law) {
    var x = decisions(law);
    int number = 0;
    for (int sample = 0; sample <= Short.MAX_VALUE; sample++) {
      while (number < 127 && sample >= x[number + 1]) number++;
      assertThat(G711.encode(law, (short) sample)).isEqualTo(code(law, number));
      // On a decision value itself the negative side of A-law goes inwards, as in G.191.
      int mirrored = law == Law.PCMU ? -sample : -sample - 1;
      byte negative = (byte) (code(law, number) ^ 0x80);
      if (mirrored != 0) assertThat(G711.encode(law, (short) mirrored)).isEqualTo(negative);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noOtherCodeIsNearerExceptWhereTheStandardsStepsChange(Law law) {
    int off = 0;
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int chosen = Math.abs(G711.decode(law, G711.encode(law, (short) sample)) - sample);
      int nearest = Integer.MAX_VALUE;
      for (int number = Math.max(0, near(law, sample) - 1);
          number <= near(law, sample) + 1;
          number++) {
        if (number > 127) continue;
        int distance = Math.abs(Math.abs(sample) - value(law, number));
        nearest = Math.min(nearest, distance);
      }
      if (chosen > nearest) off++;
    }
    // Seven times (six for A-law) a step doubles: there the decision value is not the middle.
    assertThat(off).isLessThan(65536 / 64);
  }

  private static int near(Law law, int sample) {
    byte coded = G711.encode(law, (short) sample);
    return law == Law.PCMU ? ~coded & 0x7F : (coded ^ 0x55) & 0x7F;
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeComesBackFromItsSample(Law law) {
    for (int code = 0; code < 256; code++) {
      if (law == Law.PCMU && code == 0x7F) continue; // minus zero
      assertThat(G711.encode(law, G711.decode(law, (byte) code))).isEqualTo((byte) code);
    }
    assertThat(G711.decode(Law.PCMU, (byte) 0x7F)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void silenceIsTheSmallestPositiveValue(Law law) {
    assertThat(G711.silence(law)).isEqualTo(code(law, 0));
    assertThat(G711.encode(law, (short) 0)).isEqualTo(code(law, 0));
  }

  @Test
  void oneLawBecomesTheOtherAndComesBackNearly() {
    for (int code = 0; code < 256; code++) {
      byte[] bytes = {9, (byte) code, 9};
      short before = G711.decode(Law.PCMU, (byte) code);

      G711.transcode(Law.PCMU, Law.PCMA, bytes, 1, 1);

      assertThat(bytes).startsWith(9).endsWith(9);
      int error = Math.abs(G711.decode(Law.PCMA, bytes[1]) - before);
      assertThat(error).isLessThanOrEqualTo(Math.max(8, Math.abs(before) / 24));
    }
  }
}
