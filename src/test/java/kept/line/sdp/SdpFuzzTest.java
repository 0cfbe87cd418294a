package kept.line.sdp;

import static kept.line.rtp.Direction.SENDRECV;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import kept.line.rtp.Law;
import org.junit.jupiter.api.Test;

/// 20,000 changed descriptions, always the same ones: understood, or refused with a declared
/// exception. An answer holds only what we chose to say.
class SdpFuzzTest {
  private static final int ROUNDS = 20_000;
  private static final String ALPHABET = "0123456789=:/ .-^|;\r\n\t\u0000avmcostAVPRTé\uD83D";
  private static final String OFFER = Sides.theirs(
      "a=sendrecv",
      "m=audio 5004 RTP/AVP 0 8 96 101",
      "a=rtpmap:0 PCMU/8000",
      "a=rtpmap:96 opus/48000/2",
      "a=rtpmap:101 telephone-event/8000",
      "a=fmtp:101 0-15",
      "a=ptime:20",
      "a=maxptime:60",
      "a=rtcp:5005 IN IP4 198.51.100.7",
      "a=crypto:1 AES_CM_128_HMAC_SHA1_80 " + Sides.KEY + "|2^31",
      "m=video 5006 RTP/AVP 99",
      "c=IN IP6 2001:db8::2",
      "a=inactive");

  private static final Pattern SENTENCE = Pattern.compile("[A-Z][A-Za-z0-9/,.= ']+\\.");

  private final Random random = new Random(3264);

  private String mutated() {
    var text = new StringBuilder(OFFER);
    for (int i = random.nextInt(6); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, letter());
        case 2 -> text.setCharAt(at, letter());
        case 3 -> text.insert(at, text.substring(at, end));
        case 4 -> text.insert(at, "9".repeat(random.nextInt(30)));
        default -> {
          if (random.nextInt(10) == 0) text.setLength(at + 1);
        }
      }
    }
    return text.toString();
  }

  private static boolean isOurs(String sdp) {
    return sdp.length() < SdpParser.MOST_STREAMS * 200 + 1000
        && sdp.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == '\r' || c == '\n');
  }

  private char letter() {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }

  @Test
  void nothingButADeclaredExceptionComesOfIt() {
    int understood = 0;
    var calling = Sides.ours(Secrecy.OPTIONAL, Law.PCMU, Law.PCMA);
    calling.offer(SENDRECV);
    var called = Sides.ours(Secrecy.OPTIONAL, Law.PCMU, Law.PCMA);
    for (int i = 0; i < ROUNDS; i++) {
      var text = mutated();
      try {
        calling.answered(text);
        var answered = called.answer(text, SENDRECV);
        understood++;
        // Ours is strict: what we say, we understand.
        SessionDescription.parse(answered.sdp());
        if (!isOurs(answered.sdp())) throw new AssertionError("round " + i);
      } catch (MalformedSdp | NotAcceptable refused) {
        if (!SENTENCE.matcher(refused.getMessage()).matches()) throw new AssertionError(refused);
      }
    }
    assertThat(understood).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
  }
}
