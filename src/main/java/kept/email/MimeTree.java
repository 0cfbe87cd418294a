package kept.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// Takes a mail apart into its tree of parts, as far as it can be taken apart.
///
/// Attached mails stay leaves. What goes wrong or grows too big ends the reading there; what was
/// read until then remains, and the tree is not `complete`.
final class MimeTree {
  /// Real mails nest about five deep; each level costs stack and time on every byte beneath it.
  static final int DEEPEST = 20;

  /// A long digest has some hundred parts.
  static final int MOST_PARTS = 500;

  /// Twice what one mail over SMTP may weigh; decoding never makes a mail bigger, so this is a
  /// backstop.
  static final int MOST_BYTES = 50 * 1024 * 1024;

  /// A mail that passed many relays has about a hundred header fields.
  static final int MOST_FIELDS = 2_000;

  private static final MimeConfig TOLERANT = MimeConfig.custom()
      .setMaxLineLen(-1)
      .setMaxHeaderLen(-1)
      .setMaxHeaderCount(MOST_FIELDS)
      .build();

  record Tree(Part root, boolean complete) {}

  /// An entity whose end is not reached yet.
  private static final class Open {
    final List<HeaderBlock.Field> fields = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    String type = "multipart/mixed";

    Part.Group asGroup() {
      return new Part.Group(new HeaderBlock(fields), type, parts);
    }
  }

  private final MimeTokenStream tokens = new MimeTokenStream(TOLERANT);
  private final Deque<Open> open = new ArrayDeque<>();
  private final Open outermost = new Open();
  private int parts;
  private int bytesLeft = MOST_BYTES;

  private MimeTree(byte[] raw) {
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(new ByteArrayInputStream(raw));
    open.push(outermost);
  }

  static Tree of(byte[] raw) {
    var tree = new MimeTree(raw);
    boolean complete = tree.walk();
    while (tree.open.size() > 1) tree.closeGroup();
    return new Tree(tree.outermost.parts.getFirst(), complete);
  }

  /// Only the header of a mail, for naming one that is attached.
  static HeaderBlock headerOf(byte[] raw) {
    return of(Arrays.copyOf(raw, Math.min(raw.length, HeaderBlock.LONGEST_VALUE)))
        .root()
        .header();
  }

  private boolean walk() {
    try {
      for (var state = tokens.getState();
          state != EntityState.T_END_OF_STREAM;
          state = tokens.next()) {
        if (parts > MOST_PARTS || bytesLeft <= 0) return false;
        take(state);
      }
      return true;
    } catch (IOException | MimeException | RuntimeException brokenFromHereOn) {
      return false;
    }
  }

  private void take(EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> openEntity();
      case T_FIELD -> open.element().fields.add(field());
      case T_BODY -> closeLeaf();
      case T_START_MULTIPART -> open.element().type = tokens.getBodyDescriptor().getMimeType();
      case T_END_MULTIPART -> closeGroup();
      default -> {} // Preambles and epilogues hold nothing for people.
    }
  }

  private void openEntity() {
    open.push(new Open());
    parts++;
    if (open.size() > DEEPEST) tokens.setRecursionMode(RecursionMode.M_FLAT);
  }

  private HeaderBlock.Field field() {
    var raw = tokens.getField().getRaw().toByteArray();
    int colon = 0;
    while (colon < raw.length && raw[colon] != ':') colon++;
    return HeaderBlock.Field.of(
        tokens.getField().getName(),
        Arrays.copyOfRange(raw, Math.min(colon + 1, raw.length), raw.length));
  }

  private void closeLeaf() throws IOException {
    var header = new HeaderBlock(open.element().fields);
    var type = tokens.getBodyDescriptor().getMimeType();
    var encoded = tokens.getInputStream().readNBytes(bytesLeft);
    bytesLeft -= encoded.length;
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    close(new Part.Leaf(
        header, type, TransferEncoding.decode(header.first("content-transfer-encoding"), encoded)));
  }

  private void closeGroup() {
    close(open.element().asGroup());
  }

  private void close(Part part) {
    open.pop();
    open.element().parts.add(part);
  }
}
