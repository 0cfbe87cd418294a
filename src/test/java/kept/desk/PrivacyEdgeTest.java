package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.exchange.BackupId;
import kept.exchange.BackupTaken;
import kept.exchange.ShopRestored;
import kept.phone.VoicemailRound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Settings, privacy: how long things are kept, and who did what.
class PrivacyEdgeTest {
  private static final String PRIVACY = "/settings/privacy";
  private static final String LOG = PRIVACY + "/log";
  private static final Pattern MORE = Pattern.compile("href=\"(" + LOG + "[^\"]+)\">Earlier");

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void howLongIsTheOwnersChoiceAndSaysWhatItDoes() {
    assertThat(dana.get(PRIVACY).body()).contains("For ever", "30 days, 0 letters go now");

    var saved = dana.post(PRIVACY, "letters", "30", "people", "3");

    assertThat(TestBrowser.leadsTo(saved)).isEqualTo(PRIVACY + "?saved");
    assertThat(kept.rooms.retention.rule()).isEqualTo(new kept.privacy.KeepFor(30, 3));
    assertThat(dana.post(PRIVACY, "letters", "7", "people", "3").statusCode()).isEqualTo(422);
    assertThat(dana.post(PRIVACY, "letters", "x", "people", "").statusCode()).isEqualTo(422);
    assertThat(kept.rooms.retention.rule()).isEqualTo(new kept.privacy.KeepFor(30, 3));
    assertThat(dana.get(LOG).body()).contains("You changed how long things are kept");
  }

  @Test
  void whoDidWhatIsReadFromTheLogByIds() throws IOException {
    var tv = kept.shop.crackedTv();
    var call = new VoicemailRound(kept.shop).leaves("+14155550142", "RIFF");
    kept.as(kept.shop.edie).get("/calls/" + call.id() + "/recording");
    dana.post("/people/" + tv.customer() + "/export");

    assertThat(dana.get(LOG).body())
        .contains(
            "Edie listened to a recording",
            "/c/" + call.conversation() + "#call-" + call.id(),
            "You took out all that we hold about Chuck Alvarez",
            "You signed in");
    kept.rooms.forgetting.forget(kept.shop.dana, tv.customer());
    assertThat(dana.get(LOG).body())
        .contains("You forgot somebody", "You took out all that we hold about Somebody forgotten")
        .doesNotContain("Chuck");
  }

  @Test
  void backupsAndWhatCameOutOfOneStandThere() {
    var events = kept.rooms.events;
    kept.rooms.database.useTransaction(tx -> {
      for (var cause : BackupTaken.Cause.values())
        events.publish(null, new BackupTaken(BackupId.next(), cause, 12_340_000));
      events.publish(null, new ShopRestored(BackupId.next()));
    });

    assertThat(dana.get(LOG + "?kind=backups").body())
        .contains(
            "Somebody at the machine took a backup, 12.3 MB",
            "Kept took the backup of the night, 12.3 MB",
            "Kept took a backup before an upgrade, 12.3 MB",
            "The shop came back out of a backup")
        .doesNotContain("signed in");
  }

  @Test
  void isNarrowedToOnePersonAndOneKind() {
    kept.as(kept.shop.edie);
    dana.post(PRIVACY, "letters", "30", "people", "0");

    assertThat(dana.get(LOG + "?who=" + kept.shop.edie).body())
        .contains("Edie signed in")
        .doesNotContain("You signed in", "You changed");
    assertThat(dana.get(LOG + "?kind=settings").body())
        .contains("You changed how long things are kept")
        .doesNotContain("signed in");
    assertThat(dana.get(LOG + "?kind=recordings").body()).contains("Nothing of the kind was done.");
  }

  @Test
  void isReadPageByPageAndNothingTwice() {
    for (int i = 0; i < 60; i++) kept.as(kept.shop.edie);
    var asked = LOG + "?kind=sign-ins&who=" + kept.shop.edie;

    var first = dana.get(asked).body();
    var more = MORE.matcher(first);
    assertThat(more.find()).isTrue();
    var second = dana.get(more.group(1).replace("&amp;", "&")).body();

    assertThat(first.split("Edie signed in", -1)).hasSize(51);
    assertThat(second.split("Edie signed in", -1)).hasSize(11);
    assertThat(MORE.matcher(second).find()).isFalse();
  }
}
