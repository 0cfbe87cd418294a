package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The messages of RFC 4475 in `resources/sip`, written from its text.
///
/// The first line of a file says what is odd and, behind `=>`, what becomes of it. The rest is
/// the message, byte for byte: line ends are CR LF, and `\xNN` is the byte NN where it could
/// not be written otherwise.
record TortureMessage(String name, String expected, byte[] bytes) {

  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");

  static final List<String> NAMES =
      List.of(("wsinv intmeth esc01 escnull esc02 lwsdisp longreq dblreq semiuri transports mpart01"
              + " unreason noreason badinv01 clerr ncl scalar02 scalarlg quotbal ltgtruri lwsruri"
              + " lwsstart trws escruri baddate regbadct badaspec baddn badvers mismatch01"
              + " mismatch02 bigcode badbranch insuf unkscm novelsc unksm2 bext01 invut regaut01"
              + " multi01 mcl01 bcast zeromf cparam01 cparam02 regescrt sdp01 inv2543")
          .split(" "));

  static Stream<TortureMessage> all() {
    return NAMES.stream().map(TortureMessage::named);
  }

  static TortureMessage named(String name) {
    try (var in = TortureMessage.class.getResourceAsStream("/sip/" + name + ".txt")) {
      var text = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
      var end = text.indexOf('\n');
      var expected = text.substring(text.indexOf("=> ") + 3, end);
      var message = BYTE.matcher(text.substring(end + 1).replace("\n", "\r\n"))
          .replaceAll(match -> escaped((char) Integer.parseInt(match.group(1), 16)));
      return new TortureMessage(name, expected, message.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(char c) {
    return Matcher.quoteReplacement(Character.toString(c));
  }

  @Override
  public String toString() {
    return name + " => " + expected;
  }
}
