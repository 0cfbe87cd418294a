package kept.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import kept.TestKept;
import kept.conversations.Attachment;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Files and mails as they were sent, from a stranger who means no good.
class FilesEdgeTest {
  private static final TestKept kept = new TestKept();

  private final Conversation tv = kept.shop.crackedTv();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void handsOutAPageOnlyAsAFileThatNothingRuns() {
    var file = receive("<b>\"evil\"\r\n.html", "text/html", "<script>alert(1)</script>");

    var answer = kept.as(kept.shop.priya).get("/files/" + file.id());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"_b__evil___.html\"");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'; sandbox");
  }

  @Test
  void showsAPictureButNotADrawingThatCanRun() {
    var photo = receive("crack.png", "image/png", "png");
    var drawing = receive("crack.svg", "image/svg+xml", "<svg onload='alert(1)'/>");
    var priya = kept.as(kept.shop.priya);

    assertThat(priya
            .get("/files/" + photo.id())
            .headers()
            .firstValue("Content-Type")
            .orElse(""))
        .startsWith("image/png");
    assertThat(priya.get("/files/" + drawing.id()).headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .startsWith("attachment");
    assertThat(priya.get("/c/" + tv.id()).body())
        .contains("<img src=\"/files/" + photo.id())
        .doesNotContain("<img src=\"/files/" + drawing.id());
  }

  @Test
  void givesFilesToTheTeamOnly() {
    var file = receive("crack.png", "image/png", "png");

    assertThat(kept.stranger().get("/files/" + file.id()).statusCode()).isEqualTo(303);
    assertThat(kept.as(kept.shop.tomas).get("/files/" + file.id()).statusCode()).isEqualTo(403);
  }

  @Test
  void sendsFilesAlongAndKeepsWhatWasTypedWhenThereAreTooMany() {
    var page = kept.as(kept.shop.priya);
    var body = part("channel", "note") + part("words", "See the drawing.")
        + file("..\\secret/plan.pdf", "application/pdf", "%PDF") + "--kept--\r\n";
    var many = part("channel", "note") + part("words", "All of them.")
        + file("a.txt", "text/plain", "a").repeat(21) + "--kept--\r\n";
    page.header("Content-Type", "multipart/form-data; boundary=kept");

    var sent = page.send("POST", "/c/" + tv.id() + "/messages", BodyPublishers.ofString(body));
    var refused = page.send("POST", "/c/" + tv.id() + "/messages", BodyPublishers.ofString(many));

    assertThat(sent.statusCode()).isEqualTo(303);
    var note = kept.rooms.messages.in(tv.id(), 10).getLast();
    assertThat(kept.rooms.messages.attachmentsOf(List.of(note.id())))
        .singleElement()
        .satisfies(stored -> {
          assertThat(stored.name()).isEqualTo("plan.pdf");
          assertThat(kept.rooms.blobs.read(stored.blob())).isEqualTo("%PDF".getBytes(UTF_8));
        });
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Send at most 20 files at once.", "All of them.");
  }

  @Test
  void showsAMailAsSentAndPicturesFromElsewhereOnlyWhenAsked() {
    var html = "<p>Look</p><img data-remote-src=\"http://shop.example.com/a.png\" alt=\"a\">"
        + "<img src=\"cid/nobody\"><img src=\"/out\">";
    var message = receive(new Draft("Look", null, html, List.of()));
    var path = "/c/" + tv.id() + "/messages/" + message.id() + "/as-sent";
    var priya = kept.as(kept.shop.priya);

    var plain = priya.get(path);
    var withPictures = priya.get(path + "?pictures=1");

    assertThat(plain.body())
        .contains("<p>Look</p>", "Show pictures")
        .doesNotContain("shop.example.com", "cid/nobody", "src=\"/out\"");
    assertThat(plain.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("img-src 'self' data:;");
    assertThat(withPictures.body()).contains("src=\"https://shop.example.com/a.png\"");
    assertThat(withPictures.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("img-src 'self' https: data:;");
    assertThat(withPictures.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(priya.get("/c/" + tv.id()).body()).contains("Show as sent");
  }

  private Attachment receive(String name, String type, String content) {
    var blob = kept.rooms.blobs.store(content.getBytes(UTF_8));
    var file = new Draft.NewFile(blob, name, type, null, content.length());
    var message = receive(new Draft("See the file", null, null, List.of(file)));
    return kept.rooms.messages.attachmentsOf(List.of(message.id())).getFirst();
  }

  private Message receive(Draft draft) {
    return kept.rooms.messages.receive(
        tv.id(), Incoming.of(Channel.EMAIL, kept.clock.instant(), draft));
  }

  private static String part(String name, String value) {
    return "--kept\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
        + "\r\n";
  }

  private static String file(String name, String type, String content) {
    return "--kept\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
        + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
  }
}
