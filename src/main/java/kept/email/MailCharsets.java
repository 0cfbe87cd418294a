package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns bytes into words whatever charset the mail names, misnames or forgets.
///
/// A named charset is believed while the bytes fit it. Otherwise UTF-8 is tried, because random
/// text hardly ever is valid UTF-8, and at last Windows-1252, in which every byte means
/// something.
final class MailCharsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

  /// Names as mail programs use them, and what their bytes really are: mostly supersets of what
  /// is claimed.
  private static final Map<String, String> REALLY = Map.ofEntries(
      Map.entry("iso-8859-1", "windows-1252"),
      Map.entry("latin1", "windows-1252"),
      Map.entry("iso-8859-9", "windows-1254"),
      Map.entry("tis-620", "x-windows-874"),
      Map.entry("shift_jis", "windows-31j"),
      Map.entry("shift-jis", "windows-31j"),
      Map.entry("x-sjis", "windows-31j"),
      Map.entry("gb2312", "GB18030"),
      Map.entry("gbk", "GB18030"),
      Map.entry("ks_c_5601-1987", "x-windows-949"),
      Map.entry("euc-kr", "x-windows-949"),
      Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
      Map.entry("utf8", "UTF-8"),
      Map.entry("utf-8mb4", "UTF-8"),
      Map.entry("cp-850", "IBM850"),
      Map.entry("macintosh", "x-MacRoman"));

  private MailCharsets() {}

  static String decode(byte[] bytes, @Nullable String named) {
    var charset = named == null ? null : find(named);
    if (charset != null) {
      var words = strictly(bytes, charset);
      if (words != null) return words;
    }
    var utf8 = strictly(bytes, UTF_8);
    if (utf8 != null) return looksLikeIso2022Jp(bytes) ? new String(bytes, ISO_2022_JP) : utf8;
    if (charset != null && !charset.equals(UTF_8)) return new String(bytes, charset);
    var damaged = new String(bytes, UTF_8);
    return isMostlyWhole(damaged) ? damaged : new String(bytes, WINDOWS_1252);
  }

  /// UTF-8 with a few bad bytes in it: cut in the middle of a character, or pasted together.
  private static boolean isMostlyWhole(String utf8) {
    long bad = utf8.chars().filter(c -> c == '\ufffd').count();
    long good = utf8.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
    return good > 4 * bad;
  }

  private static @Nullable Charset find(String named) {
    var name = named.strip().toLowerCase(Locale.ROOT);
    if (name.equals("us-ascii") || name.equals("ascii")) return null;
    try {
      return Charset.forName(REALLY.getOrDefault(name, name));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException itIsNot) {
      return null;
    }
  }

  /// ISO-2022-JP switches alphabets by ESC $ or ESC (, and is otherwise plain ASCII.
  private static boolean looksLikeIso2022Jp(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 0x1b && bytes[i + 1] == '$') return true;
    }
    return false;
  }
}
