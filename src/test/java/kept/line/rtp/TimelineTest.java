package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
  private final Timeline timeline = new Timeline();
  private final RtpPacket packet = new RtpPacket();

  @Test
  void timestampsDecideWhateverTheJitter() {
    assertThat(first(-160, 1000)).isEqualTo(1000);

    assertThat(next(0, 1300)).isEqualTo(1160);
    assertThat(next(320, 1310)).isEqualTo(1480);
    assertThat(late(160, 1500)).isEqualTo(1320);
    assertThat(next(16_000, 17_200)).as("after a pause in speech").isEqualTo(17_160);
  }

  @Test
  void aStreamThatStartsAnewIsPlacedByTheClockAndNeverOverWhatWasHeard() {
    first(0, 1000);
    assertThat(first(77_777, 5000)).isEqualTo(5000);
    assertThat(first(3, 5010)).isEqualTo(5160);
    assertThat(timeline.moved()).isTrue();
  }

  @Test
  void aClockThatLeapsIsSetAnew() {
    first(0, 1000);

    assertThat(next(1_000_000, 1160)).isEqualTo(1160);
    assertThat(next(1_000_160, 1320)).isEqualTo(1320);
    assertThat(timeline.moved()).isFalse();
  }

  @Test
  void aClockThatStoodStillOnHoldIsSetAnewAtTheMarker() {
    first(0, 1000);
    packet.marker = true;

    assertThat(next(160, 30_000)).isEqualTo(30_000);
  }

  @Test
  void aPacketThatIsNotPlayedButBeginsAStreamLeavesThePlaceToTheNext() {
    first(0, 1000);
    packet.restarts = true;
    timeline.pass(packet);

    assertThat(next(500_000, 2000)).isEqualTo(2000);
  }

  private long first(int timestamp, long elapsed) {
    packet.restarts = true;
    return place(timestamp, true, elapsed);
  }

  private long next(int timestamp, long elapsed) {
    packet.restarts = false;
    return place(timestamp, true, elapsed);
  }

  private long late(int timestamp, long elapsed) {
    packet.restarts = false;
    return place(timestamp, false, elapsed);
  }

  private long place(int timestamp, boolean newest, long elapsed) {
    packet.timestamp = timestamp;
    packet.length = 160;
    return timeline.place(packet, newest, elapsed);
  }
}
