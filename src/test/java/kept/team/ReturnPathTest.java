package kept.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/promises", "/c/0198?at=3&x=%2F", "/people?q=Chuck%20A"})
  void keepsAPathOfOurs(String path) {
    assertThat(ReturnPath.of(path).value()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "promises",
        "//evil.example",
        "/\\evil.example",
        "/a\\b",
        "/\t/evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a b",
        "/a\nSet-Cookie: x=y"
      })
  void leadsAnythingElseToToday(String elsewhere) {
    assertThat(ReturnPath.of(elsewhere)).isEqualTo(ReturnPath.TODAY);
  }

  @Test
  void readsThePathOfTheAddressThatHtmxNames() {
    assertThat(ReturnPath.ofUrl("http://desk.example:8080/c/1?all=yes").value())
        .isEqualTo("/c/1?all=yes");
    assertThat(ReturnPath.ofUrl("http://desk.example//evil.example").value()).isEqualTo("/");
    assertThat(ReturnPath.ofUrl("not a url")).isEqualTo(ReturnPath.TODAY);
    assertThat(ReturnPath.ofUrl(null)).isEqualTo(ReturnPath.TODAY);
  }
}
