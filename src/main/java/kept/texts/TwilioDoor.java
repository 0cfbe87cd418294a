package kept.texts;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import kept.platform.Id;
import kept.platform.http.Public;
import kept.platform.http.SmallForm;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;

/// Where Twilio brings texts, and says what becomes of ours. Anybody may knock; only what is signed
/// with the account's token is let in, and nothing is while there is no account.
public final class TwilioDoor implements WebRoutes {
  public static final String IN = "/texts/twilio/in";
  static final String STATUS = "/texts/twilio/status";

  /// Ten parts of a text with all that Twilio knows of it take under 10 KB.
  private static final int LARGEST = 64 * 1024;
  private static final String NOTHING_TO_SAY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private final ShopTexts accounts;
  private final Texts texts;
  private final WebSettings web;

  public TwilioDoor(ShopTexts accounts, Texts texts, WebSettings web) {
    this.accounts = accounts;
    this.texts = texts;
    this.web = web;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(IN, this::in, Public.ANYONE, Public.PROGRAM);
    routes.post(STATUS + "/{delivery}", this::status, Public.ANYONE, Public.PROGRAM);
  }

  /// Answered once it is on disk.
  private void in(Context request) throws IOException {
    var fields = proved(request);
    var sid = fields.getOrDefault("MessageSid", "");
    if (!sid.matches("[A-Za-z0-9]{1,64}"))
      throw new HttpResponseException(422, "A text has its MessageSid.", Map.of());
    texts.keep(sid, fields);
    request.contentType("text/xml; charset=utf-8").result(NOTHING_TO_SAY);
  }

  private void status(Context request) throws IOException {
    var fields = proved(request);
    var delivery = Id.parse(request.pathParam("delivery"));
    texts.report(delivery, fields.getOrDefault("MessageStatus", ""), fields.get("ErrorCode"));
    request.status(204);
  }

  private Map<String, String> proved(Context request) throws IOException {
    var access = accounts.access();
    var sent = SmallForm.read(request, LARGEST);
    var signature = request.header("X-Twilio-Signature");
    if (access.isEmpty()
        || signature == null
        || !TwilioSignature.isRight(signature, access.get().token(), url(request), sent))
      throw new ForbiddenResponse("This is not signed by the provider of our texts.");
    var fields = new HashMap<String, String>();
    sent.forEach((name, values) -> fields.put(name, values.isEmpty() ? "" : values.getFirst()));
    return fields;
  }

  /// The address as Twilio called it.
  private String url(Context request) {
    var query = request.queryString();
    return web.origin(request) + request.path() + (query == null ? "" : "?" + query);
  }
}
