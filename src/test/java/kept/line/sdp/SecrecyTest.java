package kept.line.sdp;

import static kept.line.rtp.Direction.SENDONLY;
import static kept.line.rtp.Direction.SENDRECV;
import static kept.line.sdp.Sides.KEY;
import static kept.line.sdp.Sides.OTHER_KEY;
import static kept.line.sdp.Sides.ours;
import static kept.line.sdp.Sides.theirs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import kept.line.rtp.Agreement;
import kept.line.rtp.Law;
import kept.line.rtp.SrtpKeys;
import org.junit.jupiter.api.Test;

/// Keys in offer and answer (RFC 4568, section 7.1).
class SecrecyTest {
  private static final String LONG_TAG = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 ";
  private static final String SHORT_TAG = "a=crypto:2 AES_CM_128_HMAC_SHA1_32 ";

  private final Negotiation clear = ours(Secrecy.CLEAR, Law.PCMU);
  private final Negotiation optional = ours(Secrecy.OPTIONAL, Law.PCMU);
  private final Negotiation required = ours(Secrecy.REQUIRED, Law.PCMU);

  @Test
  void anOfferCarriesKeysAsItsSecrecySays() {
    assertThat(clear.offer(SENDRECV)).contains("RTP/AVP 0 101").doesNotContain("crypto");
    assertThat(optional.offer(SENDRECV)).contains("RTP/AVP 0 101", LONG_TAG, SHORT_TAG);
    assertThat(required.offer(SENDRECV)).contains("RTP/SAVP 0 101", LONG_TAG, SHORT_TAG);
  }

  @Test
  void anAnswerTakesOneOfOurKeys() throws Exception {
    var offer = required.offer(SENDRECV);

    var agreed = required.answered(theirs("m=audio 5004 RTP/SAVP 0", SHORT_TAG + KEY));

    assertThat(srtp(agreed).tagBytes()).isEqualTo(4);
    assertThat(srtp(agreed).theirs()).isEqualTo(bytes(KEY));
    assertThat(offer).contains(SHORT_TAG + "inline:" + base64(srtp(agreed).ours()));
  }

  @Test
  void eachSuiteHasItsOwnKey() throws Exception {
    required.offer(SENDRECV);

    var one = required.answered(theirs("m=audio 5004 RTP/SAVP 0", LONG_TAG + KEY));
    var two = required.answered(theirs("m=audio 5004 RTP/SAVP 0", SHORT_TAG + KEY));

    assertThat(srtp(one).ours()).isNotEqualTo(srtp(two).ours());
  }

  @Test
  void anAnswerWithoutKeysIsClearWhereThatIsAllowed() throws Exception {
    optional.offer(SENDRECV);
    required.offer(SENDRECV);
    var answer = theirs("m=audio 5004 RTP/AVP 0");

    assertThat(optional.answered(answer).srtp()).isNull();
    assertThat(optional.offer(SENDONLY)).doesNotContain("crypto");
    assertThatThrownBy(() -> required.answered(answer)).isInstanceOf(NotAcceptable.class);
  }

  @Test
  void anAnswerWithAnotherTagTakesNothing() {
    required.offer(SENDRECV);

    for (var line : List.of(
        "a=crypto:9 AES_CM_128_HMAC_SHA1_80 " + KEY, "a=crypto:1 AES_CM_128_HMAC_SHA1_32 " + KEY))
      assertThatThrownBy(() -> required.answered(theirs("m=audio 5004 RTP/SAVP 0", line)))
          .isInstanceOf(NotAcceptable.class);
  }

  @Test
  void theFirstOfTheirKeysThatWeSpeakIsTaken() throws Exception {
    var answered = optional.answer(
        theirs(
            "m=audio 5004 RTP/SAVP 0",
            "a=crypto:3 AES_256_CM_HMAC_SHA1_80 inline:whatever",
            "a=crypto:4 AES_CM_128_HMAC_SHA1_80 " + KEY + "|2^31|1:4",
            "a=crypto:5 AES_CM_128_HMAC_SHA1_32 " + KEY + "|2^31"),
        SENDRECV);

    var line =
        "a=crypto:5 AES_CM_128_HMAC_SHA1_32 inline:" + base64(srtp(answered).ours());
    assertThat(answered.sdp()).contains("m=audio 40000 RTP/SAVP 0\r\n", line + "\r\n");
    assertThat(srtp(answered).tagBytes()).isEqualTo(4);
    assertThat(srtp(answered).theirs()).isEqualTo(bytes(KEY));
  }

  @Test
  void bestEffortKeysAreTakenUnlessWeSpeakClear() throws Exception {
    var offer = theirs("m=audio 5004 RTP/AVP 0", LONG_TAG + KEY);

    assertThat(optional.answer(offer, SENDRECV).sdp()).contains("RTP/AVP 0", LONG_TAG);
    assertThat(required.answer(offer, SENDRECV).agreement().srtp()).isNotNull();
    assertThat(clear.answer(offer, SENDRECV).sdp()).doesNotContain("crypto");
    assertThat(clear.agreement().orElseThrow().srtp()).isNull();
  }

  @Test
  void theEncryptedOfTwoStreamsIsTaken() throws Exception {
    var offer = theirs("m=audio 5004 RTP/AVP 0", "m=audio 5006 RTP/SAVP 0", LONG_TAG + KEY);

    assertThat(optional.answer(offer, SENDRECV).sdp())
        .contains("m=audio 0 RTP/AVP 0\r\nm=audio 40000 RTP/SAVP 0\r\n");
    assertThat(clear.answer(offer, SENDRECV).sdp())
        .contains("m=audio 40000 RTP/AVP 0\r\n", "m=audio 0 RTP/SAVP 0\r\n");
  }

  @Test
  void secretAudioNeedsAKey() {
    assertThatThrownBy(() -> optional.answer(theirs("m=audio 5004 RTP/SAVP 0"), SENDRECV))
        .isInstanceOf(NotAcceptable.class);
    assertThatThrownBy(() -> required.answer(theirs("m=audio 5004 RTP/AVP 0"), SENDRECV))
        .isInstanceOf(NotAcceptable.class);
    assertThatThrownBy(
            () -> clear.answer(theirs("m=audio 5004 RTP/SAVP 0", LONG_TAG + KEY), SENDRECV))
        .isInstanceOf(NotAcceptable.class);
  }

  @Test
  void oursStayWhileTheirsStay() throws Exception {
    var offer = theirs("m=audio 5004 RTP/SAVP 0", LONG_TAG + KEY);
    var first = required.answer(offer, SENDRECV);

    var again = required.answer(offer, SENDRECV);
    var reoffered = required.offer(SENDONLY);

    assertThat(srtp(again).ours()).isEqualTo(srtp(first).ours());
    assertThat(reoffered)
        .contains("RTP/SAVP", LONG_TAG + "inline:" + base64(srtp(first).ours()));
  }

  @Test
  void newOnesOfTheirsGetNewOnesOfOurs() throws Exception {
    var first = required.answer(theirs("m=audio 5004 RTP/SAVP 0", LONG_TAG + KEY), SENDRECV);

    var moved = required.answer(theirs("m=audio 5008 RTP/SAVP 0", LONG_TAG + OTHER_KEY), SENDRECV);

    assertThat(srtp(moved).theirs()).isEqualTo(bytes(OTHER_KEY));
    assertThat(srtp(moved).ours()).isNotEqualTo(srtp(first).ours());
  }

  private static SrtpKeys srtp(Answered answered) {
    return srtp(answered.agreement());
  }

  private static SrtpKeys srtp(Agreement agreement) {
    return Objects.requireNonNull(agreement.srtp());
  }

  private static byte[] bytes(String inline) {
    return Base64.getDecoder().decode(inline.substring("inline:".length()));
  }

  private static String base64(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
