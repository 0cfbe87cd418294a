package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import kept.TestKept;
import kept.TestShop;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.GreetingFiles;
import kept.line.speech.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever somebody brings that is no greeting is refused in a plain sentence, however it comes:
/// recorded by the page, or chosen as a file.
class GreetingUploadEdgeTest {
  private static final int RATE = 8_000;
  private static final int MP3 = 0x55;

  private final TestKept kept = new TestKept();
  private final TestShop shop = kept.shop;
  private final FrontDoors doors = kept.rooms.frontDoors;
  private final FrontDoor door =
      doors.set(shop.dana, new FrontDoor(FrontDoorId.next(), "The shop", FrontDoors.usual()));

  @AfterEach
  void close() {
    assertThat(doors.draft(door.id())).as("nothing of it was kept").isEmpty();
    kept.close();
  }

  @Test
  void nothing() {
    refused(new byte[0], "This is not a WAV file.", "Choose a WAV file first.");
  }

  @Test
  void anMp3ThatIsCalledWav() {
    var mp3 = new byte[20_000];
    System.arraycopy("ID3".getBytes(StandardCharsets.US_ASCII), 0, mp3, 0, 3);
    refused(mp3, "This is not a WAV file.");
  }

  @Test
  void anMp3InAWavsClothes() {
    refused(head(MP3, 1, 44_100, 0), "is written in a way that the line does not read");
  }

  @Test
  void aHeadAndNoSound() {
    refused(Wav.pcm(new short[0]), "There is no sound in this WAV file.");
    refused(Arrays.copyOf(Wav.pcm(new short[RATE]), 30), "This WAV file is cut off");
  }

  @Test
  void aClick() {
    refused(Wav.pcm(new short[100]), "There is nothing to hear in it.");
  }

  @Test
  void moreThanTwelveSeconds() {
    refused(Wav.pcm(new short[12 * RATE + 80]), "It takes 12.01 seconds. Twelve are the most");
  }

  @Test
  void moreThanFourMegabytes() {
    refused(new byte[GreetingFiles.LARGEST + 1], "That file is larger than 4 MB.");
  }

  @Test
  void moreChannelsOrSamplesThanTheLineReads() {
    refused(head(1, 6, 8_000, 16), "has 6 channels. Save it as mono or stereo.");
    refused(head(1, 1, 96_000, 16), "has 96000 samples a second.");
    refused(head(1, 0, 8_000, 16), "has 0 channels.");
  }

  /// A head that promises four gigabytes gets what is there.
  @Test
  void aHeadThatLiesAboutItsLength() {
    var liar = Wav.pcm(new short[100]);
    ByteBuffer.wrap(liar).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);
    refused(liar, "There is nothing to hear in it.");
  }

  private void refused(byte[] sound, String sentence) {
    refused(sound, sentence, sentence);
  }

  private void refused(byte[] sound, String recorded, String brought) {
    for (var each : Map.of(recorded(sound), recorded, brought(sound), brought).entrySet()) {
      assertThat(each.getKey().statusCode()).isEqualTo(422);
      assertThat(each.getKey().body()).contains(each.getValue());
    }
  }

  private HttpResponse<String> recorded(byte[] sound) {
    return send("audio/wav", sound);
  }

  private HttpResponse<String> brought(byte[] sound) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--cut\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"hello.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(sound);
    body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
    return send("multipart/form-data; boundary=cut", body.toByteArray());
  }

  private HttpResponse<String> send(String type, byte[] body) {
    return kept.as(shop.dana)
        .header("Content-Type", type)
        .send(
            "POST",
            "/front-door/" + door.id() + "/greetings/open",
            BodyPublishers.ofByteArray(body));
  }

  /// A second of sound behind a head that says this of it.
  private static byte[] head(int format, int channels, int rate, int bits) {
    var wav = Wav.pcm(new short[RATE]);
    var head = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort(20, (short) format);
    head.putShort(22, (short) channels);
    head.putInt(24, rate);
    head.putShort(34, (short) bits);
    return wav;
  }
}
