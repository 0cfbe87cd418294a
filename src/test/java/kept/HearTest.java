package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HearTest {
  @Test
  void answersEachLineInOrder() {
    var answers = answers("""
        {"id":"a","text":"I'll ring you by 4.","previous":null,"at":"2026-03-04T15:10","zone":"Europe/London","hours":"Mon-Fri 08:00-17:00, no holidays"}
        {"id":7,"text":"Refunds take 3 days."}
        """);

    assertThat(answers).isEqualTo("""
        {"id":"a","promises":[{"what":"Call back","kind":"callback","due_text":"by 4","due_earliest":"2026-03-04T16:00","due_latest":"2026-03-04T16:00","strength":"firm"}]}
        {"id":7,"promises":[]}
        """);
  }

  @Test
  void tellsNoTimeWithoutKnowingNow() {
    assertThat(answers("{\"id\":1,\"text\":\"I'll ring you by 4.\"}\n"))
        .contains("\"due_text\":\"by 4\",\"due_earliest\":null,\"due_latest\":null");
  }

  @Test
  void goesOnAfterABadLine() {
    var answers = answers("""
        nonsense
        {"id":2}
        {"id":3,"text":"Hello","zone":"Nowhere"}
        {"id":4,"text":"Hello"}
        """);

    assertThat(answers.lines())
        .containsExactly(
            "{\"id\":null,\"error\":\"This line is not JSON that can be read.\"}",
            "{\"id\":2,\"error\":\"The field \\\"text\\\" is missing.\"}",
            "{\"id\":3,\"error\":\"There is no time zone \\\"Nowhere\\\"; one is Europe/London.\"}",
            "{\"id\":4,\"promises\":[]}");
  }

  private static String answers(String lines) {
    var answers = new StringWriter();
    Hear.run(new BufferedReader(new StringReader(lines)), new PrintWriter(answers));
    return answers.toString();
  }
}
