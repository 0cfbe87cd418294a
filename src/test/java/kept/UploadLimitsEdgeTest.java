package kept;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kept.platform.postgres.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How much anybody may send, and that nothing of what is too much stays on the disk.
@Timeout(120)
class UploadLimitsEdgeTest {
  private static final List<Path> BEFORE = leftOver();
  private static final TestKept kept = new TestKept();
  private static final String HEAD = "--kept\r\nContent-Disposition: form-data; name=\"files\";"
      + " filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n";
  private static final int MEGABYTE = 1 << 20;

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void whatSaysThatItIsTooLongIsAnsweredInWords() {
    var much = "x".repeat(27 * MEGABYTE);
    var stranger = kept.stranger()
        .header("Content-Type", "multipart/form-data; boundary=kept")
        .send("POST", "/in", BodyPublishers.ofString(HEAD + much + "\r\n--kept--\r\n"));
    var program = kept.program()
        .header("Content-Type", "application/json")
        .send("POST", "/api/v1/promises", BodyPublishers.ofString(much));

    assertThat(stranger.statusCode()).isEqualTo(413).isEqualTo(program.statusCode());
    assertThat(stranger.body())
        .contains("That is more than can be sent at once: 26 MB with files")
        .contains("<div class=\"alone\">");
    assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  /// A stranger at the sign-in page, who never comes to an end.
  @Test
  void whatHasNoEndIsCutOffAndLeavesNothingOnTheDisk() throws Exception {
    var sent = 0L;
    var answer = "";
    try (var socket = new Socket("127.0.0.1", kept.kept().httpPort())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      out.write(("POST /in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
              + "Sec-Fetch-Site: same-origin\r\n"
              + "Content-Type: multipart/form-data; boundary=kept\r\n\r\n")
          .getBytes(US_ASCII));
      out.write(chunk(HEAD.getBytes(US_ASCII)));
      var piece = new byte[MEGABYTE];
      Arrays.fill(piece, (byte) 'x');
      try {
        while (sent < 200L * MEGABYTE && socket.getInputStream().available() == 0) {
          out.write(chunk(piece));
          sent += piece.length;
        }
        answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
      } catch (SocketException cutOff) {
        answer = "HTTP/1.1 413";
      }
    }

    assertThat(answer).isEqualTo("HTTP/1.1 413");
    assertThat(sent).isLessThan(60L * MEGABYTE);
    assertThatNothingIsLeft();
  }

  @Test
  void aFormThatFitsIsTakenUpToItsFilesLimitAndCleanedUpBehind() throws Exception {
    var tv = kept.shop.crackedTv();
    var priya =
        kept.as(kept.shop.priya).header("Content-Type", "multipart/form-data; boundary=kept");
    var words = "--kept\r\nContent-Disposition: form-data; name=\"channel\"\r\n\r\nnote\r\n"
        + "--kept\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nHere.\r\n";

    var fits = priya.send(
        "POST",
        "/c/" + tv.id() + "/messages",
        BodyPublishers.ofString(words + HEAD + "x".repeat(19_000_000) + "\r\n--kept--\r\n", UTF_8));
    var tooMuch = priya.send(
        "POST",
        "/c/" + tv.id() + "/messages",
        BodyPublishers.ofString(words + HEAD + "x".repeat(21_000_000) + "\r\n--kept--\r\n", UTF_8));

    assertThat(fits.statusCode()).isEqualTo(303);
    assertThat(tooMuch.statusCode()).isEqualTo(422);
    assertThat(tooMuch.body()).contains("That is more than 20 MB in all.", "Here.");
    assertThatNothingIsLeft();
  }

  /// What fits into no page of ours, and would be in memory several times over.
  @Test
  void aFormWithoutFilesIsAMegabyteAtMost() {
    var form = kept.stranger().post("/in", "email", "x".repeat(2 * MEGABYTE));
    var program = kept.program()
        .header("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", "/api/v1/promises", BodyPublishers.ofString("x".repeat(2 * MEGABYTE)));

    assertThat(form.statusCode()).isEqualTo(413).isEqualTo(program.statusCode());
    assertThat(form.body()).contains("1 MB without");
  }

  @Test
  void aFormOfFieldsWithoutEndIsRefused() throws Exception {
    var fields =
        kept.stranger().send("POST", "/in", BodyPublishers.ofString("a=b&".repeat(100_000)));
    var parts = kept.stranger()
        .header("Content-Type", "multipart/form-data; boundary=kept")
        .send(
            "POST",
            "/in",
            BodyPublishers.ofString(
                "--kept\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(20_000)
                    + "--kept--\r\n"));

    assertThat(fields.statusCode()).isEqualTo(400);
    assertThat(fields.body()).contains("That form has more fields than any of ours.");
    assertThat(parts.statusCode()).isBetween(400, 499);
    assertThatNothingIsLeft();
  }

  @Test
  void jsonWithoutEndIsRefused() {
    for (var json : List.of("[".repeat(500_000), "{\"a\":".repeat(100_000), "9".repeat(900_000))) {
      var answer = kept.program()
          .header("Content-Type", "application/json")
          .send("POST", "/api/v1/promises", BodyPublishers.ofString(json));

      assertThat(answer.statusCode()).as(json.substring(0, 9)).isBetween(400, 422);
      assertThat(answer.body()).contains("\"detail\"");
    }
  }

  private static byte[] chunk(byte[] content) {
    var head = (Integer.toHexString(content.length) + "\r\n").getBytes(US_ASCII);
    var whole = Arrays.copyOf(head, head.length + content.length + 2);
    System.arraycopy(content, 0, whole, head.length, content.length);
    whole[whole.length - 2] = '\r';
    whole[whole.length - 1] = '\n';
    return whole;
  }

  /// What forms left in the folder for what is temporary. Another process of tests may have
  /// its own there for a moment.
  private static void assertThatNothingIsLeft() throws Exception {
    Eventually.isTrue(() -> BEFORE.containsAll(leftOver()));
  }

  private static List<Path> leftOver() {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("MultiPart"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
