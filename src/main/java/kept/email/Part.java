package kept.email;

import java.util.List;

/// One node of a mail's tree: a leaf with decoded bytes, or a group of parts.
sealed interface Part {
  HeaderBlock header();

  String type();

  @SuppressWarnings("ArrayRecordComponent")
  record Leaf(HeaderBlock header, String type, byte[] bytes) implements Part {}

  record Group(HeaderBlock header, String type, List<Part> parts) implements Part {
    public Group {
      parts = List.copyOf(parts);
    }
  }
}
