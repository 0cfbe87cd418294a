package kept.platform.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.Base64;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;

/// The example of RFC 8291, section 5 and appendix A, to the byte; and what a browser reads.
class PushCipherTest {
  private static final String THEIR_PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String THEIR_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String OUR_PUBLIC =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String OUR_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String SEALED =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
          + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
          + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
  private static final String PLAIN = "When I grow up, I want to be a watermelon";
  private static final PushAddress ADDRESS = new PushAddress(
      "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV", THEIR_PUBLIC, AUTH);

  @Test
  void sealsTheExampleOfTheStandardToTheByte() {
    var ours = new KeyPair(Curve.key(bytes(OUR_PUBLIC)), Receiver.privateKey(bytes(OUR_PRIVATE)));

    var sealed = PushCipher.seal(PLAIN.getBytes(UTF_8), ADDRESS, ours, bytes(SALT));

    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)).isEqualTo(SEALED);
  }

  @Test
  void agreesOnTheSecretOfTheExample() {
    var shared =
        Curve.agree(Receiver.privateKey(bytes(OUR_PRIVATE)), Curve.key(bytes(THEIR_PUBLIC)));

    assertThat(shared).isEqualTo(bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"));
  }

  @Test
  void theReceiverOfTheExampleReadsIt() {
    var receiver = new Receiver(
        new KeyPair(Curve.key(bytes(THEIR_PUBLIC)), Receiver.privateKey(bytes(THEIR_PRIVATE))),
        bytes(AUTH));

    assertThat(receiver.read(bytes(SEALED))).isEqualTo(PLAIN);
  }

  @Test
  void everyMessageIsSealedAnewAndReadByNobodyElse() {
    var receiver = Receiver.fresh();
    var address = receiver.address("https://push.example.net/a");

    var one = PushCipher.seal(PLAIN.getBytes(UTF_8), address);
    var two = PushCipher.seal(PLAIN.getBytes(UTF_8), address);

    assertThat(one).isNotEqualTo(two);
    assertThat(receiver.read(one)).isEqualTo(receiver.read(two)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> Receiver.fresh().read(one)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void takesAsMuchAsEveryPushServiceHasToCarry() {
    var receiver = Receiver.fresh();
    var words = "a".repeat(PushCipher.LARGEST_PLAIN);

    var sealed =
        PushCipher.seal(words.getBytes(UTF_8), receiver.address("https://push.example.net/a"));

    assertThat(sealed).hasSize(4096);
    assertThat(receiver.read(sealed)).isEqualTo(words);
    assertThatThrownBy(() -> PushCipher.seal((words + "a").getBytes(UTF_8), ADDRESS))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPointBesideTheCurveIsRefused() {
    var point = bytes(THEIR_PUBLIC);
    point[64] ^= 1;

    assertThatThrownBy(() -> Curve.key(point)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Curve.key(new byte[65])).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Curve.key(new byte[0])).isInstanceOf(Refusal.class);
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
