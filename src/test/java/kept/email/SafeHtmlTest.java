package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeHtmlTest {
  private static final Set<String> ATTRIBUTES = Set.of(
      "href",
      "title",
      "target",
      "rel",
      "src",
      "alt",
      "width",
      "height",
      "colspan",
      "rowspan",
      "dir",
      "data-remote-src");
  private static final Set<String> FORBIDDEN = Set.of(
      "script",
      "style",
      "link",
      "meta",
      "base",
      "form",
      "input",
      "button",
      "textarea",
      "select",
      "iframe",
      "frame",
      "object",
      "embed",
      "svg",
      "math",
      "video",
      "audio",
      "source",
      "picture",
      "template",
      "noscript",
      "title",
      "h1",
      "body",
      "html");

  private static SafeHtml clean(String html) {
    return SafeHtml.clean(html, id -> id.equals("crack@tv") ? "/files/7" : null);
  }

  static List<Path> everyMailWithHtml() {
    return Corpus.all().stream()
        .filter(file -> Corpus.read(file).html() != null)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyMailWithHtml")
  void everySampleComesOutHarmless(Path file) {
    var html = Corpus.read(file).html();

    assertThat(html).isNotNull();
    if (html != null) isHarmless(clean(html).html());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=x: onerror=alert(1) alt=hi>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"  java\tscript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"vbscript:x\">x</a>",
        "<a href=/promises/1/keeping>x</a>",
        "<a href=//evil.example>x</a>",
        "<a href=\"https://ok.example\" onclick=alert(1) style=\"position:fixed;inset:0\">x</a>",
        "<a name=cookie id=location class=button>x</a>",
        "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
        "<plaintext><img src=x onerror=alert(1)>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<base href=https://evil.example><a href=x>x</a>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<style>body{display:none}</style>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%;background:url(https://evil.example)\">x</div>",
        "<table background=https://evil.example/x.png><td background=https://evil.example/y.png>x</table>",
        "<body background=https://evil.example/x.png onload=alert(1)>x",
        "<form action=https://evil.example><input name=password type=password><button>Sign in</button></form>",
        "<input type=image src=https://evil.example/x.png>",
        "<button formaction=javascript:alert(1)>x</button>",
        "<iframe src=https://evil.example></iframe><iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=https://evil.example></object><embed src=https://evil.example>",
        "<video poster=https://evil.example/x.png><source src=x onerror=alert(1)></video>",
        "<picture><source srcset=https://evil.example/x.png><img src=https://evil.example/y.png></picture>",
        "<img srcset=\"https://evil.example/x.png 2x\" alt=x>",
        "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\" alt=x>",
        "<img src=\"https://evil.example/x.png\" lowsrc=https://evil.example/y.png dynsrc=z alt=x>",
        "<img src=/people/1/forgetting alt=x>",
        "<div id=promise-1 class=composer hx-post=/x hx-trigger=load data-hx-get=/y>x</div>",
        "<kept-clock><span slot=x is=kept-x>x</span></kept-clock>",
        "<dialog open>x</dialog><details ontoggle=alert(1) open>x</details><marquee onstart=alert(1)>x</marquee>",
        "<p title='<img src=x onerror=alert(1)>'>x",
        "<a href='https://a.example/\"onmouseover=\"alert(1)'>x</a>",
        "<img alt='\"><script>alert(1)</script>' src=https://a.example/x.png>",
        "<a href=\"https://a.example/`onmouseover=alert(1)`\">x</a>",
        "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<<script>script>alert(1)<</script>/script>",
        "<IMG SRC=\"cid:crack@tv\" ONERROR=alert(1)>",
        "<img src=\"cid:x&quot; onerror=alert(1)\" alt=x>",
      })
  void everyTrickComesOutHarmless(String trick) {
    isHarmless(clean(trick).html());
    isHarmless(clean("<p>before<b>" + trick + "</b>after").html());
  }

  private static void isHarmless(String html) {
    for (var element : Jsoup.parseBodyFragment(html).body().children().select("*")) {
      assertThat(element.normalName()).isNotIn(FORBIDDEN).doesNotContain("-");
      assertThat(element.attributes()).extracting(Attribute::getKey).isSubsetOf(ATTRIBUTES);
      isHarmlessLink(element);
      assertThat(element.attr("src")).isIn("", "/files/7");
    }
    assertThat(html.toLowerCase(Locale.ROOT))
        .doesNotContain("<script", "<style", "<!--", " src=\"http");
  }

  private static void isHarmlessLink(Element element) {
    if (!element.hasAttr("href")) return;
    assertThat(element.attr("href")).matches("(?i)(https?://|mailto:|tel:).*");
    assertThat(element.attr("target")).isEqualTo("_blank");
    assertThat(element.attr("rel")).isEqualTo("noopener noreferrer nofollow");
  }

  @Test
  void keepsWhatSaysSomething() {
    var html =
        "<h1>Hello</h1><p>It is <b>cracked</b>, see <a href=\"https://example.com/tv\">here</a>.</p>"
            + "<table><tr><td colspan=\"2\">1</td></tr></table><ul><li>x</li></ul>";

    assertThat(clean(html).html())
        .contains(
            "<p>Hello</p>",
            "<b>cracked</b>",
            "href=\"https://example.com/tv\"",
            "colspan=\"2\"",
            "<li>x</li>");
    assertThat(
            clean("<a href=\"mailto:dana@example.com\">m</a> <a href=\"tel:+441614960000\">t</a>")
                .html())
        .contains("mailto:dana", "tel:");
  }

  @Test
  void holdsRemotePicturesBack() {
    var clean = clean(
        "<img src=\"https://example.com/a.png\" alt=\"the crack\" width=\"300\"><img src=\"//example.com/b.png\">");

    assertThat(clean.remoteImages()).isEqualTo(2);
    var pictures = Jsoup.parseBodyFragment(clean.html()).select("img");
    assertThat(pictures)
        .allSatisfy(picture -> assertThat(picture.hasAttr("src")).isFalse());
    assertThat(pictures.eachAttr("data-remote-src"))
        .containsExactly("https://example.com/a.png", "https://example.com/b.png");
    assertThat(pictures.eachAttr("alt")).contains("the crack");
  }

  @Test
  void showsPicturesThatCameAlong() {
    assertThat(clean("<img src=\"cid:crack@tv\">").html()).contains("src=\"/files/7\"");
    assertThat(clean("<img src=\"CID:crack%40tv\">").html()).contains("src=\"/files/7\"");
    assertThat(clean("<img src=\"cid:gone\" alt=\"the crack\">").html())
        .contains("alt=\"the crack\"")
        .doesNotContain("src=");
  }

  @Test
  void dropsTrackingPixels() {
    var clean = clean(
        "<img src=\"https://example.com/open?u=1\" width=\"1\" height=\"1\"><img src=\"https://example.com/o\" height=\"0\">");

    assertThat(clean.html()).doesNotContain("img");
    assertThat(clean.remoteImages()).isZero();
  }
}
