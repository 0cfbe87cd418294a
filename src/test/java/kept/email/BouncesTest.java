package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Bounces of sixty mail systems, with what another reader of bounces made of them.
final class BouncesTest {
  private static final Path FOLDER = Corpus.ROOT.resolve("bounces-sisimai");

  /// Statuses such as 5.0.911 are that reader's own, made from its reading of the words.
  private static boolean isGiven(String status) {
    return !status.isEmpty() && !status.matches("[45]\\.0\\.9\\d\\d");
  }

  private static Map<IncomingMail, JsonNode> failures() {
    var failures = new LinkedHashMap<IncomingMail, JsonNode>();
    var expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    expected.forEachEntry((name, results) -> {
      var reason = results.get(0).get("reason").asString();
      if (reason.equals("feedback") || reason.equals("vacation")) return;
      failures.put(Corpus.read(FOLDER.resolve(name + ".eml")), results.get(0));
    });
    return failures;
  }

  @Test
  void almostEveryBounceIsKnownAsOne() {
    var kinds = failures().keySet().stream().map(IncomingMail::automatic).toList();

    assertThat(kinds).doesNotContain(Automatic.PERSON);
    assertThat(share(kinds.stream().filter(Automatic.BOUNCE::equals).count(), kinds.size()))
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void mostBouncesTellWhomTheyAreAbout() {
    var mails = failures().keySet();
    var told = mails.stream()
        .filter(mail -> mail.report() != null && !mail.report().recipients().isEmpty())
        .count();

    assertThat(share(told, mails.size())).isGreaterThanOrEqualTo(95);
  }

  @Test
  void mostStatusesAgree() {
    int given = 0;
    int agreed = 0;
    for (var failure : failures().entrySet()) {
      var status = failure.getValue().get("status").asString();
      if (!isGiven(status) || failure.getKey().report() == null) continue;
      given++;
      if (failure.getKey().report().recipients().stream()
          .anyMatch(to -> status.equals(to.status()))) agreed++;
    }

    assertThat(share(agreed, given)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void readsADeliveryStatus() {
    var report = Objects.requireNonNull(
        Corpus.read(FOLDER.resolve("lhost-postfix-01.eml")).report());

    assertThat(report.recipients()).first().satisfies(to -> {
      assertThat(to.isPermanent()).isTrue();
      assertThat(to.address()).contains("@");
      assertThat(to.status()).startsWith("5.");
      assertThat(to.diagnostic()).isNotBlank();
    });
  }

  @Test
  void findsWhichOfOurMailsCameBack() {
    var bounce = Corpus.read(Corpus.ROOT.resolve("flanker/bounce/mailbox-full.eml"));
    var report = Objects.requireNonNull(bounce.report());

    assertThat(report.originalMessageId()).isEqualTo("4E326A95.3010907@example.com");
    assertThat(report.recipients())
        .containsExactly(new DeliveryReport.Recipient(
            "user@aol.com", "failed", "5.2.2", "552 5.2.2 E4.12 user MAILBOX FULL"));
  }

  private static long share(long some, long all) {
    return some * 100 / all;
  }
}
