package kept.line.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 4568; its own examples first.
class CryptoTest {
  private static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|1048576",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^31 WSH=128",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " -UNKNOWN=1"
      })
  void aKeyIsRead(String line) throws MalformedSdp {
    var crypto = Crypto.parse(line).orElseThrow();

    assertThat(crypto.tag()).isEqualTo(1);
    assertThat(crypto.suite()).isEqualTo(Suite.AES_CM_128_HMAC_SHA1_80);
    assertThat(crypto.key()).isEqualTo(Base64.getDecoder().decode(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Sections 6.1 and 9.1 of the RFC: a key identifier, several keys, parameters that bind.
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20|1:4 FEC_ORDER=FEC_SRTP",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^31|1:4",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|1:4",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20|1:4;inline:" + KEY + "|2^20|2:4",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNENCRYPTED_SRTP",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " KDR=1",
        "2 F8_128_HMAC_SHA1_80 inline:" + KEY,
        "3 AEAD_AES_256_GCM inline:short"
      })
  void aKeyThatWeCannotHonourIsPassedOver(String line) throws MalformedSdp {
    assertThat(Crypto.parse(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 AES_CM_128_HMAC_SHA1_80",
        "one AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
        "1 AES_CM_128_HMAC_SHA1_80 " + KEY,
        "1 AES_CM_128_HMAC_SHA1_80 inline:c2hvcnQ=",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + KEY,
        "1 AES_CM_128_HMAC_SHA1_80 inline:***",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|0",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^49",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20|2^20",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|||"
      })
  void aBrokenKeyIsMalformed(String line) {
    assertThatThrownBy(() -> Crypto.parse(line)).isInstanceOf(MalformedSdp.class);
  }

  @Test
  void aKeyIsWrittenAsItIsRead() throws MalformedSdp {
    var crypto = Crypto.parse("7 AES_CM_128_HMAC_SHA1_32 inline:" + KEY).orElseThrow();

    assertThat(crypto.line().value()).isEqualTo("7 AES_CM_128_HMAC_SHA1_32 inline:" + KEY);
  }

  @Test
  void aKeyIsNeverInItsWords() throws MalformedSdp {
    var crypto = Crypto.parse("1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY).orElseThrow();

    assertThat(crypto.toString()).doesNotContain(KEY);
  }
}
