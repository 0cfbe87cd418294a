package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The test vectors of RFC 3711, appendix B, and of RFC 2202 for HMAC-SHA1.
class SrtpCipherTest {
  @Test
  void theKeyStreamIsThatOfAppendixB2() {
    var cipher = new SrtpCipher(
        hex("2B7E151628AED2A6ABF7158809CF4F3C"), new byte[20], hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"));
    var zeros = new byte[48];

    cipher.crypt(zeros, 0, 48, 0, 0);

    assertThat(zeros)
        .isEqualTo(hex("E03EAD0935C95E80E166B16DD92B4EB4"
            + "D23513162B02D0F72A43A2FE4A5F97AB"
            + "41E95B3BB0A2E8DD477901E4FCA894C0"));
  }

  @Test
  void sessionKeysAreThoseOfAppendixB3() {
    var master = hex("E1F97A0D3E018BE0D64FA32C06DE4139" + "0EC675AD498AFEEBB6960B3AABE6");

    assertThat(SrtpCipher.derive(master, 0, 16)).isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
    assertThat(SrtpCipher.derive(master, 2, 14)).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
    assertThat(SrtpCipher.derive(master, 1, 94))
        .isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA48F0A0ACF3C34E2359E6CDBCE"
            + "E049646C43D9327AD175578EF72270986371C10C9A369AC2F94A8C5FBCDDDC25"
            + "6D6E919A48B610EF17C2041E474035766B68642C59BBFC2F34DB60DBDFB2"));
  }

  @Test
  void theTagIsAnHmac() {
    var key = hex("0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B");
    var cipher = new SrtpCipher(new byte[16], key, new byte[14]);
    var tag = new byte[20];

    cipher.sign("Hi There".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 8, tag, 0, 20);

    assertThat(tag).isEqualTo(hex("B617318655057264E28BC0B6FB378C8EF146BE00"));
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
