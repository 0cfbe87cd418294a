package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassageTest {
  private final Passage passage = new Passage();
  private final RtpPacket packet = new RtpPacket();
  private final Playing playing = new Playing(Source.SILENCE);

  @Test
  void numbersKeepTheirDistance() {
    begin(100, 5000, 7, 160);

    assertThat(passage.sequence(100)).isEqualTo(7);
    assertThat(passage.sequence(103)).isEqualTo(10);
    assertThat(passage.position(5480)).isEqualTo(640);
    assertThat(passage.admits(99)).isFalse();
  }

  @Test
  void whatIsLeftOutLeavesNoGap() {
    begin(100, 0, 7, 0);
    passage.sequence(100);
    passage.skip(101);
    passage.skip(102);

    assertThat(passage.sequence(103)).isEqualTo(8);
    assertThat(passage.admits(101)).isFalse();
  }

  @Test
  void noNumberIsUsedTwiceWhateverIsLeftOutLostOrOvertaken() {
    var random = new Random(3711);
    begin(1000, 0, 0, 0);
    var used = new HashSet<Long>();
    var came = new HashSet<Long>();
    for (int i = 0; i < 100_000; i++) {
      long index = 1000 + i / 2 + random.nextInt(20);
      if (!came.add(index) || !passage.admits(index)) continue;
      if (random.nextInt(5) == 0) passage.skip(index);
      else assertThat(used.add(passage.sequence(index))).as("index %d", index).isTrue();
    }
    assertThat(used).hasSizeGreaterThan(10_000);
  }

  private void begin(long index, long position, long sequence, long to) {
    packet.index = index;
    packet.position = position;
    passage.begin(playing, packet, sequence, to);
  }
}
