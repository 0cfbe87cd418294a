package kept.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kept.conversations.Attachment;
import kept.conversations.Message;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// A message's sanitised HTML made ready for our page: pictures that came with it are our files,
/// pictures from elsewhere stay away until somebody asks for them. Pure.
///
/// The sanitiser ([kept.email.SafeHtml]) wrote `src="cid/…"` for the first and `data-remote-src`
/// for the second.
record AsSent(Message message, List<Attachment> files, boolean pictures) {
  private static final String REMOTE = "data-remote-src";
  private static final String CID = "cid/";

  OpenedMessage opened() {
    var page = Jsoup.parseBodyFragment(String.valueOf(message.html()));
    page.outputSettings().prettyPrint(false);
    var body = page.body();
    var remote = body.select("img[" + REMOTE + "]");
    var away = !remote.isEmpty() && !pictures;
    body.select("img[src]").forEach(this::ours);
    remote.forEach(this::theirs);
    var path = SendingWords.path(message);
    return new OpenedMessage(
        message.id(),
        new TimelineEvent.AsSent(
            body.html(),
            "/c/" + message.conversation() + "#m-" + message.id(),
            away ? path + "/as-sent?pictures=1#m-" + message.id() : null));
  }

  private void ours(Element picture) {
    var src = picture.attr("src");
    var id = src.startsWith(CID)
        ? URLDecoder.decode(src.substring(CID.length()), StandardCharsets.UTF_8)
        : "";
    files.stream()
        .filter(file -> file.isPicture() && id.equals(file.contentId()))
        .findFirst()
        .ifPresentOrElse(file -> picture.attr("src", "/files/" + file.id()), picture::remove);
  }

  /// Only encrypted: the policy of the page lets nothing else through.
  private void theirs(Element picture) {
    var src = picture.attr(REMOTE);
    picture.removeAttr(REMOTE);
    if (!pictures) picture.remove();
    else picture.attr("src", src.replaceFirst("(?i)^http:", "https:")).attr("loading", "lazy");
  }
}
