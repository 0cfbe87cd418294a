package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// RFC 4733, section 2.5: a digit is one digit.
class DigitDetectorTest {
  private final DigitDetector detector = new DigitDetector();
  private final StringBuilder heard = new StringBuilder();

  private record Packet(int timestamp, boolean marker, int event, boolean end, int duration) {}

  /// A press of 160 ms as we send it: 8 packets, then the end 3 times.
  private static List<Packet> press(int timestamp, int event) {
    var packets = new ArrayList<Packet>();
    for (int i = 1; i <= 8; i++) packets.add(new Packet(timestamp, i == 1, event, false, i * 160));
    for (int i = 0; i < 3; i++) packets.add(new Packet(timestamp, false, event, true, 1280));
    return packets;
  }

  private void feed(List<Packet> packets) {
    for (var p : packets) {
      var bytes = new byte[] {0, (byte) p.event, (byte) (p.end ? 0x8A : 10), 0, 0};
      Bytes.put16(bytes, 3, p.duration);
      char digit = detector.feed(p.timestamp, p.marker, bytes, 1, 4);
      if (digit != 0) heard.append(digit);
    }
  }

  private static List<Packet> dial(int... events) {
    var packets = new ArrayList<Packet>();
    for (int i = 0; i < events.length; i++) packets.addAll(press(1000 + i * 1920, events[i]));
    return packets;
  }

  @Test
  void everyKeyIsTold() {
    feed(dial(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));

    assertThat(heard).hasToString("0123456789*#ABCD");
  }

  @Test
  void theSameKeyTwiceIsTwoDigits() {
    feed(dial(5, 5, 5));

    assertThat(heard).hasToString("555");
  }

  @Test
  void aPressIsTheSameDigitWhicheverPacketsAreLost() {
    for (int kept = 0; kept < 11; kept++) feed(List.of(press(kept * 5000, 7).get(kept)));

    assertThat(heard).hasToString("7".repeat(11));
  }

  @Test
  void lossDuplicatesAndReorderingNeitherAddNorDropADigit() {
    var random = new Random(42);
    for (int round = 0; round < 500; round++) {
      detector.restart();
      heard.setLength(0);
      var sent = new ArrayList<Packet>();
      for (int digit = 0; digit < 10; digit++) {
        var packets = press(digit * 1920, digit);
        Collections.shuffle(packets, random);
        sent.addAll(packets.subList(0, 1 + random.nextInt(11)));
        sent.addAll(packets.subList(0, random.nextInt(3)));
        if (digit > 0) sent.addAll(press((digit - 1) * 1920, digit - 1).subList(8, 11));
      }
      feed(sent);
      assertThat(heard).hasToString("0123456789");
    }
  }

  @Test
  void aLongPressInSegmentsIsOneDigit() {
    feed(List.of(
        new Packet(0, true, 9, false, 160),
        new Packet(0, false, 9, false, 0xFFFF),
        new Packet(0xFFFF, false, 9, false, 160),
        // The last of the second segment is lost.
        new Packet(2 * 0xFFFF, false, 9, false, 160),
        new Packet(2 * 0xFFFF, false, 9, true, 320)));

    assertThat(heard).hasToString("9");
  }

  @Test
  void aSecondPressWhoseMarkerIsLostIsASecondDigit() {
    feed(List.of(new Packet(0, true, 9, false, 160), new Packet(1920, false, 9, false, 320)));

    assertThat(heard).hasToString("99");
  }

  @Test
  void timestampsMayWrap() {
    feed(press(-100, 1));
    feed(press(-100 + 1920, 2));

    assertThat(heard).hasToString("12");
  }

  @Test
  void flashTonesAndTornPacketsAreNoDigits() {
    feed(press(0, 16));
    feed(press(5000, 66));

    assertThat(detector.feed(1, true, new byte[] {1, 0, 0}, 0, 3)).isEqualTo((char) 0);
    assertThat(heard).isEmpty();
  }

  @Test
  void aNewSourceStartsAnew() {
    feed(press(0, 4));
    detector.restart();
    feed(press(0, 4));

    assertThat(heard).hasToString("44");
  }
}
