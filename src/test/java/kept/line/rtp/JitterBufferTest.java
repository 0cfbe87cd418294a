package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What comes in fits and starts is read evenly. Packets and reads are of 20 ms.
class JitterBufferTest {
  private static final int PACKET = 160;

  /// The speaker's clock is far ahead of the listener's.
  private static final long SPEAKER = 1_000_000;

  private final JitterBuffer buffer = new JitterBuffer();
  private long now = 5000;

  @Test
  void theFirstIsHeardFortyMillisecondsLater() {
    says(0, 7);

    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(heard(7));
    assertThat(reads()).containsOnly(0);
  }

  @Test
  void whatComesInABurstAndOutOfOrderIsReadEvenlyAndInOrder() {
    says(0, 1);
    reads();
    says(3, 4);
    says(1, 2);
    says(2, 3);
    reads();

    for (int i = 1; i <= 4; i++) assertThat(reads()).containsOnly(heard(i));
  }

  @Test
  void aLostPacketIsSilence() {
    says(0, 1);
    reads();
    reads();
    says(2, 3);

    assertThat(reads()).containsOnly(heard(1));
    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(heard(3));
  }

  @Test
  void whatComesTooLateIsLeftOut() {
    says(0, 1);
    says(2, 3);
    reads();
    reads();
    reads(); // 0
    reads(); // 1, which has not come
    says(1, 2);

    assertThat(reads()).containsOnly(heard(3));
    assertThat(reads()).containsOnly(0);
  }

  @Test
  void ofAPacketThatComesHalfTooLateTheRestIsHeard() {
    says(0, 1);
    says(2, 3);
    reads();
    reads();
    read(240); // half of the second one's time is over
    says(1, 2);

    assertThat(read(80)).containsOnly(heard(2));
    assertThat(reads()).containsOnly(heard(3));
  }

  @Test
  void afterASilenceTheDelayIsThatOfABeginning() {
    says(0, 1);
    for (int i = 0; i < 9; i++) reads();
    says(7, 2); // nine packets' time later: two were swallowed on the way

    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(heard(2));
  }

  @Test
  void whatPilesUpIsCutShortToTheDelay() {
    for (int i = 0; i < 20; i++) says(i, i + 1);

    var heard = new int[20];
    for (int i = 0; i < 20; i++) heard[i] = reads()[0];

    int last = Arrays.stream(heard).boxed().toList().indexOf(heard(20));
    assertThat(last * PACKET).isBetween(JitterBuffer.DELAY, JitterBuffer.MOST);
    assertThat(Arrays.stream(heard).skip(last + 1)).containsOnly(0);
  }

  @Test
  void aListenerWhoSkipsTimeHearsWhatIsDueThen() {
    for (int i = 0; i < 5; i++) says(i, i + 1);
    now += 5 * PACKET;

    assertThat(reads()).containsOnly(heard(4));
    assertThat(reads()).containsOnly(heard(5));
    for (int i = 0; i < 30; i++) assertThat(reads()).as("what was passed over").containsOnly(0);
  }

  @Test
  void whenTheSpeakersClockIsSetForwardItIsHeardFromThere() {
    says(0, 1);
    reads();
    says(9_000, 2);

    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(0);
    assertThat(reads()).containsOnly(heard(2));
  }

  @Test
  void speechOfHoursIsHeardWithoutAGap() {
    for (int i = 0; i < 3; i++) says(i, i);
    reads();
    reads();
    for (int i = 3; i < 200_000; i++) {
      says(i, i);
      assertThat(reads()[PACKET / 2]).isEqualTo(heard(i - 3));
    }
  }

  private void says(long index, int sound) {
    var bytes = new byte[PACKET];
    Arrays.fill(bytes, (byte) sound);
    var packet = new RtpPacket();
    packet.law = Law.PCMU;
    packet.position = SPEAKER + PACKET * index;
    packet.length = PACKET;
    buffer.keep(now, packet, bytes);
  }

  private int[] reads() {
    return read(PACKET);
  }

  private int[] read(int length) {
    var sum = new int[length];
    buffer.addTo(sum, now, length);
    now += length;
    return sum;
  }

  private static int heard(int sound) {
    return G711.decode(Law.PCMU, (byte) sound);
  }
}
