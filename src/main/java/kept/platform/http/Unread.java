package kept.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers what reached no room because the server could not read it: an address that is none,
/// headers without end. Where it could not even keep the address, whoever asked is taken for a
/// person.
final class Unread extends ErrorHandler {
  private final Pages pages;
  private final SecurityHeaders headers;

  Unread(Pages pages, SecurityHeaders headers) {
    this.pages = pages;
    this.headers = headers;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    var page = new ErrorPage(status, Errors.title(status), words(status));
    var asked = request.getHttpURI();
    var isProgram = Errors.isProgram(Objects.requireNonNullElse(asked.getPath(), asked.asString()));
    headers.each(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, isProgram ? Errors.PROBLEM : Pages.HTML);
    var bytes = isProgram
        ? Errors.problem(page, Map.of()).getBytes(UTF_8)
        : pages.made("layout/error.jte", page);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private static String words(int status) {
    return switch (status) {
      case 413 -> Largest.WORDS;
      case 414, 431 -> "That address, or what came with it, is too long to be read.";
      case 404 -> Errors.NOTHING_HERE;
      default -> "That can’t be read. Look at the address again.";
    };
  }
}
