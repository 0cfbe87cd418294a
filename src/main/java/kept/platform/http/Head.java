package kept.platform.http;

import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/// `HEAD` is `GET` without the content (RFC 9110, section 9.3.2): every room answers it as if the
/// page were asked for, and the server, which knows better, sends only the headers.
///
/// A room where looking leaves a trace asks [#only] first.
public final class Head {
  private static final String ONLY = "kept.head";

  private Head() {}

  /// Whether somebody wants to know about a page rather than see it.
  public static boolean only(Context request) {
    return request.attribute(ONLY) != null;
  }

  static Request asGet(Request request, HttpFields.Mutable answered) {
    if (!HttpMethod.HEAD.is(request.getMethod())) return request;
    request.setAttribute(ONLY, true);
    return new Request.Wrapper(request) {
      @Override
      public String getMethod() {
        return HttpMethod.GET.asString();
      }
    };
  }
}
