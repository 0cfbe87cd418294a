package kept.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kept.platform.Json;
import kept.platform.NotFound;
import kept.platform.Passing;
import kept.platform.Refusal;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what was thrown becomes an answer: a page for people, a line for htmx, a
/// problem (RFC 9457) for programs.
final class Errors {
  static final String PROBLEM = "application/problem+json";
  static final String NOTHING_HERE = "There is nothing at this address.";

  private static final Logger log = LoggerFactory.getLogger(Errors.class);
  private static final String DATABASE_AWAY =
      "The desk cannot reach its memory right now. Nothing was lost. Try again in a few seconds.";

  private static final String DISK_FULL =
      "The disk that Kept writes to is full, so this was not kept. What was there before is safe."
          + " Make room on it, then try again.";

  private static final String BUSY = "Somebody is changing the same thing right now. Try again.";

  /// The same address once more.
  private static final ErrorPage.Way AGAIN = new ErrorPage.Way("Try again", "");

  private final Pages pages;

  Errors(Pages pages) {
    this.pages = pages;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    on(
        routes,
        Refusal.class,
        (e, request) -> say(request, 422, "That can’t be done", e.sentence()));
    on(routes, NotFound.class, (e, request) -> say(request, 404, "It isn’t here", words(e)));
    on(routes, HttpResponseException.class, (e, request) -> {
      switch (e.getStatus()) {
        case 404 -> say(request, 404, "It isn’t here", NOTHING_HERE);
        case 405 -> sayOtherwise(request, e.getDetails().values());
        default -> {
          var page = new ErrorPage(e.getStatus(), title(e.getStatus()), words(e));
          say(request, page, e.getDetails());
        }
      }
    });
    on(routes, Exception.class, (e, request) -> bug(request, e));
    routes.error(404, request -> {
      if (request.resultInputStream() == null || request.result() == null)
        say(request, 404, "It isn’t here", NOTHING_HERE);
    });
  }

  /// Where telling of a failure fails too, that is the end: Javalin would tell of that failure in
  /// the same way, for ever.
  private static <E extends Exception> void on(
      JavalinDefaultRoutingApi routes, Class<E> type, ExceptionHandler<E> telling) {
    routes.exception(type, (e, request) -> {
      if (isGone(request)) return;
      try {
        telling.handle(e, request);
      } catch (RuntimeException again) {
        log.error("{} could not be told", e.getClass().getName(), again);
        request.status(500);
      }
    });
  }

  /// Whether Jetty is done with whoever asked, as with a stream that its reader left: it answers no
  /// question about them.
  private static boolean isGone(Context request) {
    try {
      request.res().getStatus();
      return false;
    } catch (IllegalStateException gone) {
      return true;
    }
  }

  /// RFC 9110, section 15.5.6: whoever is told 405 is told what would do.
  private void sayOtherwise(Context request, Collection<String> available) {
    var methods = String.join(", ", available).replace("GET", "GET, HEAD");
    request.header("Allow", methods);
    var words = isProgram(request.path())
        ? "This address takes " + methods + ", not " + request.method() + "."
        : "There is nothing to look at here. Go back to the page that led you here.";
    say(request, 405, title(405), words);
  }

  private void bug(Context request, Exception e) {
    if (isTooLong(e)) {
      say(request, 413, title(413), Largest.WORDS);
      return;
    }
    if (Passing.isDiskFull(e)) {
      log.error("{} {} found the disk full", request.method(), withoutTokens(request.path()), e);
      say(request, 507, title(507), DISK_FULL);
      return;
    }
    if (Passing.isDatabaseAway(e)) {
      request.header("Retry-After", "5");
      say(request, 503, "One moment", DATABASE_AWAY);
      return;
    }
    if (Passing.isBusy(e)) {
      log.warn("{} {} met another change", request.method(), withoutTokens(request.path()), e);
      request.header("Retry-After", "1");
      say(request, 409, "One moment", BUSY);
      return;
    }
    var id = UUID.randomUUID().toString().substring(0, 8);
    log.error("request={} {} {} failed", id, request.method(), withoutTokens(request.path()), e);
    var words = "That went wrong on our side and was written down as " + id + ". Try again.";
    say(request, 500, "That didn’t work", words);
  }

  private void say(Context request, int status, String title, String words) {
    say(request, new ErrorPage(status, title, words), Map.of());
  }

  private void say(Context request, ErrorPage page, Map<String, String> details) {
    request.status(page.status());
    if (isProgram(request.path())) {
      request.contentType(PROBLEM).result(problem(page, details).getBytes(UTF_8));
    } else if (request.header("HX-Request") != null) {
      request.contentType("text/plain; charset=utf-8").result(page.words());
    } else {
      show(request, page);
    }
  }

  /// What is wrong with us may lie in the frame as well, so then the page stands alone.
  private void show(Context request, ErrorPage page) {
    var ours = page.status() >= 500;
    var frame = ErrorFrame.around(request).filter(each -> !ours);
    if (frame.isEmpty()) {
      var looks = ours && request.method().equals(HandlerType.GET);
      pages.show(request, "layout/error.jte", looks ? page.to(AGAIN) : page);
      return;
    }
    try {
      frame.get().show(request, page);
    } catch (RuntimeException e) {
      bug(request, e);
    }
  }

  /// RFC 9457, section 4.2.1: a problem without a type of its own has its status' own title. What
  /// names the part at fault (`field`, `parameter`) is a member of its own.
  static String problem(ErrorPage page, Map<String, String> details) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.forStatus(page.status()).getMessage());
    problem.put("status", page.status());
    problem.put("detail", page.words());
    details.forEach(problem::putIfAbsent);
    return Json.write(problem);
  }

  /// Whoever has a link's token has the page, also from a log: 192 bits, or the 128 of a text.
  static String withoutTokens(String path) {
    return path.replaceAll("/(?:[A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{22})(?=/|$)", "/…");
  }

  static boolean isProgram(String path) {
    return path.startsWith("/api/") || path.startsWith("/try/") || path.equals("/metrics");
  }

  /// What came without saying its length, and went on and on.
  static boolean isTooLong(@Nullable Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause())
      if (cause instanceof HttpException http && http.getCode() == 413) return true;
    return false;
  }

  static String title(int status) {
    return switch (status) {
      case 401 -> "Sign in first";
      case 403 -> "That’s not yours to open";
      case 413 -> "That’s too big";
      case 429 -> "A little slower";
      case 507 -> "There is no room left";
      default -> "That can’t be done";
    };
  }

  private static String words(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
