package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kept.line.rtp.G711;
import kept.line.rtp.Law;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
  private final LevelMeter meter = new LevelMeter();

  @Test
  void aSineOfHalfTheScaleIsNineDecibelsBelowFullScale() {
    var payload = new byte[800];
    for (int i = 0; i < payload.length; i++)
      payload[i] =
          G711.encode(Law.PCMU, (short) (16384 * Math.sin(2 * Math.PI * 400 * i / Law.RATE)));

    meter.heard(0, Law.PCMU, payload, 0, payload.length);

    assertThat(meter.heard()).isEqualTo(-9);
    assertThat(meter.said()).isEqualTo(LevelMeter.NOTHING);
  }

  @Test
  void silenceIsNothingInEitherLaw() {
    for (var law : Law.values()) {
      var payload = new byte[800];
      Arrays.fill(payload, G711.encode(law, (short) 0));

      meter.said(0, law, payload, 0, payload.length);

      assertThat(meter.said()).as("%s", law).isLessThan(-70);
    }
  }

  @Test
  void aLevelStandsUntilTheNextTenthOfASecondIsWhole() {
    var loud = new byte[800];
    Arrays.fill(loud, G711.encode(Law.PCMA, (short) 8000));
    meter.heard(0, Law.PCMA, loud, 0, 800);
    var before = meter.heard();

    meter.heard(800, Law.PCMA, new byte[160], 0, 160);

    assertThat(meter.heard()).isEqualTo(before);
  }
}
