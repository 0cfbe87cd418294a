package kept.email;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The plain words of an HTML mail: paragraphs, lists and rows stay apart, quotes get their `>`.
final class HtmlWords implements NodeVisitor {
  private static final String SILENT =
      "script, style, title, template, noscript, object, svg, math, select, [hidden], "
          + "[style~=(?i)(display:\\s*none|mso-hide:\\s*all)]";
  private static final Set<String> BLOCKS = Set.of(
      "address",
      "article",
      "aside",
      "blockquote",
      "center",
      "dd",
      "div",
      "dl",
      "dt",
      "fieldset",
      "figure",
      "footer",
      "form",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "header",
      "hr",
      "li",
      "main",
      "nav",
      "ol",
      "p",
      "pre",
      "section",
      "table",
      "td",
      "th",
      "tr",
      "ul");
  private static final Set<String> AIRY =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table");

  private final StringBuilder words = new StringBuilder();
  private int quotes;
  private int breaks = 2;
  private boolean space;

  /// Deep in quotes each word stands behind a thousand marks: no letter is twice as long as its
  /// HTML.
  private final int most;

  private HtmlWords(int most) {
    this.most = most;
  }

  static String of(String html) {
    var document = Jsoup.parse(html);
    document.select(SILENT).remove();
    var words = new HtmlWords(Math.min(Letter.LONGEST_WORDS, 2 * html.length()));
    document.body().traverse(words);
    return words.words.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(text);
    } else if (node instanceof Element element) {
      var name = element.normalName();
      if (name.equals("br")) breakLine();
      else if (name.equals("td") || name.equals("th")) space = true;
      else if (BLOCKS.contains(name)) startBlock(name);
      if (name.equals("li")) write("- ");
      if (name.equals("img")) write(altText(element));
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) return;
    var name = element.normalName();
    if (name.equals("blockquote")) quotes--;
    if (BLOCKS.contains(name) && !name.equals("td") && !name.equals("th")) {
      breaks = Math.max(breaks, words.isEmpty() ? 2 : AIRY.contains(name) ? 2 : 1);
    }
  }

  private void startBlock(String name) {
    breaks = Math.max(breaks, AIRY.contains(name) ? 2 : 1);
    if (name.equals("blockquote")) quotes++;
  }

  /// One `br` ends the line, a second one leaves a blank line; more only spread the words.
  private void breakLine() {
    breaks = Math.min(breaks + 1, 2);
  }

  private void add(TextNode node) {
    var text = node.getWholeText().replace('\u00a0', ' ');
    var parent = node.parent();
    if (parent != null && parent.closest("pre") != null) {
      text.lines().forEach(line -> {
        write(line);
        breaks = Math.max(breaks, 1);
      });
      return;
    }
    if (text.isBlank()) {
      space = space || !text.isEmpty();
      return;
    }
    space = space || Character.isWhitespace(text.charAt(0));
    write(text.strip().replaceAll("\\s+", " "));
    space = Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private void write(String text) {
    if (text.isEmpty() || words.length() > most) return;
    var mark = "> ".repeat(Math.max(quotes, 0));
    if (breaks > 0) {
      if (!words.isEmpty())
        words.append(("\n" + mark.strip()).repeat(breaks - 1)).append('\n');
      words.append(mark);
    } else if (space) {
      words.append(' ');
    }
    breaks = 0;
    space = false;
    words.append(text);
  }

  /// Mail programs send smileys as pictures; those are words. Of other pictures we say what they
  /// are.
  private static String altText(Element image) {
    var alt = Plain.line(image.attr("alt"));
    boolean smiley = alt.codePoints().noneMatch(Character::isLetterOrDigit);
    return smiley ? alt : "[" + alt + "]";
  }
}
