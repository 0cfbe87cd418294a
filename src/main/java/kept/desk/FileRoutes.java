package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kept.conversations.Attachment;
import kept.conversations.AttachmentId;
import kept.conversations.Draft.NewFile;
import kept.platform.Blobs;
import kept.platform.http.WebRoutes;
import kept.team.Access;

/// Files that came or went with messages. A picture that cannot do anything is shown; everything
/// else is only handed out, since a stranger may have sent it.
public final class FileRoutes implements WebRoutes {
  private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final Doors doors;

  public FileRoutes(Doors doors) {
    this.doors = doors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/files/{id}", this::hand, Access.AGENT);
  }

  private void hand(Context request) {
    var file = doors.talk().messages().attachment(AttachmentId.parse(request.pathParam("id")));
    var kept = new NewFile(file.blob(), file.name(), file.type(), file.contentId(), file.size());
    hand(request, doors.ground().blobs(), kept);
  }

  static void hand(Context request, Blobs blobs, NewFile file) {
    request.header("Content-Security-Policy", NOTHING_RUNS);
    request.header("Cache-Control", "private, max-age=3600");
    request.header("Content-Disposition", disposition(file.name(), file.type()));
    var shown = Attachment.isPicture(file.type());
    request.contentType(shown ? file.type() : "application/octet-stream");
    request.result(blobs.open(file.blob()));
  }

  /// RFC 6266, with the name as RFC 8187 writes it and a plain one for old programs.
  static String disposition(String name, String type) {
    var plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
    var whole =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return (Attachment.isPicture(type) ? "inline" : "attachment") + "; filename=\"" + plain
        + "\"; filename*=UTF-8''" + whole;
  }
}
