package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Files as they were put into mails before MIME: `begin 644 name`, lines of 45 bytes each,
/// `end`.
final class Uuencode {
  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,200})");

  /// 45 bytes become 60 characters behind one for the length; some programs add a few more.
  private static final int LONGEST_LINE = 90;

  @SuppressWarnings("ArrayRecordComponent")
  record File(String name, byte[] bytes) {}

  /// The words around the files, and the files.
  record Found(String words, List<File> files) {}

  private Uuencode() {}

  static Found in(String text) {
    if (!text.contains("begin ")) return new Found(text, List.of());
    var lines = text.lines().toList();
    var words = new StringBuilder();
    var files = new ArrayList<File>();
    for (int i = 0; i < lines.size(); i++) {
      var begin = BEGIN.matcher(lines.get(i));
      int end = begin.matches() ? endOfFile(lines, i + 1) : -1;
      if (end < 0) {
        words.append(lines.get(i)).append('\n');
      } else {
        files.add(new File(begin.group(1).strip(), decode(lines.subList(i + 1, end))));
        i = end;
      }
    }
    return new Found(words.toString(), List.copyOf(files));
  }

  static byte[] firstFileIn(byte[] encoded) {
    var files = in(new String(encoded, ISO_8859_1)).files();
    return files.isEmpty() ? encoded : files.getFirst().bytes();
  }

  /// Where `end` stands, or -1 when something else comes first.
  private static int endOfFile(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.stripTrailing().equals("end")) return i;
      if (line.length() > LONGEST_LINE || line.chars().anyMatch(c -> c < ' ' || c > '`')) return -1;
    }
    return -1;
  }

  private static byte[] decode(List<String> lines) {
    var bytes = new ByteArrayOutputStream();
    lines.forEach(line -> decodeLine(line, bytes));
    return bytes.toByteArray();
  }

  /// The first character says how many bytes the line holds; then four characters carry three
  /// bytes.
  private static void decodeLine(String line, ByteArrayOutputStream bytes) {
    int left = sixBits(line, 0);
    for (int i = 1; left > 0 && i < line.length(); i += 4) {
      int three = 0;
      for (int next = i; next < i + 4; next++) three = (three << 6) | sixBits(line, next);
      for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) bytes.write(three >> shift);
    }
  }

  /// Trailing blanks are often lost on the way; they stand for zero.
  private static int sixBits(String line, int at) {
    return at < line.length() ? (line.charAt(at) - ' ') & 0x3f : 0;
  }
}
