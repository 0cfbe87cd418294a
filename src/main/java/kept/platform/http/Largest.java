package kept.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Takes no request that is longer than a letter with its attachments, or a form without any,
/// whether it says its length or not, before anybody reads of it: files go to the disk, and words
/// into memory several times over.
///
/// A browser looks for the answer only when it has sent all it has, and is told of a broken
/// connection when we close before that (RFC 9112, section 9.6). So what is somewhat too long is
/// read and thrown away.
final class Largest extends Handler.Wrapper {
  static final long BYTES = 26 << 20;
  static final String WORDS =
      "That is more than can be sent at once: 26 MB with files, 1 MB without. Send some of it"
          + " another way.";

  private static final long OF_WORDS = 1 << 20;
  private static final long WORTH_READING = 4 * BYTES;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var limit = limit(request);
    var length = request.getLength();
    if (length <= limit) return super.handle(new Limited(request, limit), response, callback);
    var asksFirst = request.getHeaders().contains(HttpHeader.EXPECT);
    if (length <= WORTH_READING && !asksFirst) readAway(request);
    Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    return true;
  }

  private static long limit(Request request) {
    var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null) return BYTES;
    return MimeTypes.Type.FORM_ENCODED.is(MimeTypes.getBase(type)) ? OF_WORDS : BYTES;
  }

  private static void readAway(Request request) {
    try (var in = Content.Source.asInputStream(request)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      request.fail(gone);
    }
  }

  /// One that did not say how long it is.
  private static final class Limited extends Request.Wrapper {
    private final long limit;
    private long read; // of the one thread that reads

    Limited(Request request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public Content.Chunk read() {
      var chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) return chunk;
      read += chunk.remaining();
      if (read <= limit) return chunk;
      chunk.release();
      var tooLong = new HttpException.RuntimeException(HttpStatus.PAYLOAD_TOO_LARGE_413, WORDS);
      fail(tooLong);
      return Content.Chunk.from(tooLong, true);
    }
  }
}
