package kept.email;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a tree of parts says to people: its texts in order, and its files.
record Letter(List<Text> texts, List<Attachment> files) {
  /// Half a million characters are a novel; a longer text is also attached whole.
  static final int LONGEST_WORDS = 500_000;

  /// The biggest newsletters have about 1 MB of HTML; cleaning more costs more than anyone gains.
  static final int LONGEST_HTML = 2_000_000;

  /// One text of a mail. `html` is null when it was written plainly.
  record Text(String words, @Nullable String html) {}

  static Letter of(Part root) {
    var letter = read(root, "");
    return letter.texts().isEmpty() ? withFirstFileAsText(letter, root) : letter;
  }

  String words() {
    var words = texts.stream()
        .map(Text::words)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
    return Plain.cut(words, LONGEST_WORDS);
  }

  @Nullable
  String html() {
    if (texts.stream().allMatch(text -> text.html() == null)) return null;
    return texts.stream()
        .map(text -> text.html() == null ? "<pre>" + escaped(text.words()) + "</pre>" : text.html())
        .collect(Collectors.joining("\n"));
  }

  private static Letter read(Part part, String parentType) {
    return switch (part) {
      case Part.Leaf leaf -> LeafReader.read(leaf, parentType);
      case Part.Group group -> {
        var letters =
            group.parts().stream().map(child -> read(child, group.type())).toList();
        yield group.type().equals("multipart/alternative") ? oneOf(letters) : allOf(letters);
      }
    };
  }

  private static Letter allOf(List<Letter> letters) {
    return new Letter(
        letters.stream().flatMap(letter -> letter.texts().stream()).toList(),
        letters.stream().flatMap(letter -> letter.files().stream()).toList());
  }

  /// Alternatives say the same in several ways: we take the plain words of one and the HTML of
  /// the last.
  private static Letter oneOf(List<Letter> letters) {
    var files = letters.stream().flatMap(letter -> letter.files().stream()).toList();
    var texts = letters.stream().filter(letter -> !letter.words().isBlank()).toList();
    if (texts.isEmpty())
      return new Letter(letters.isEmpty() ? List.of() : letters.getLast().texts(), files);
    var plain =
        texts.stream().filter(letter -> letter.html() == null).findFirst().orElse(texts.getFirst());
    var rich = texts.reversed().stream()
        .map(Letter::html)
        .filter(html -> html != null)
        .findFirst()
        .orElse(null);
    return new Letter(List.of(new Text(plain.words(), rich)), files);
  }

  /// Some programs send the words themselves under a file name.
  private static Letter withFirstFileAsText(Letter letter, Part root) {
    var texts = leaves(root)
        .filter(leaf -> leaf.type().equals("text/plain") || leaf.type().equals("text/html"))
        .filter(leaf -> !leaf.header().disposition().value().equals("attachment"))
        .limit(1)
        .flatMap(leaf -> LeafReader.asText(leaf).texts().stream())
        .toList();
    return new Letter(texts, letter.files());
  }

  private static Stream<Part.Leaf> leaves(Part part) {
    return switch (part) {
      case Part.Leaf leaf -> Stream.of(leaf);
      case Part.Group group -> group.parts().stream().flatMap(Letter::leaves);
    };
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
