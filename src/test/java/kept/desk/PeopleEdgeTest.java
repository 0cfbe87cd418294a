package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import kept.conversations.Which;
import kept.customers.IdentityKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// People, one of them, and writing to somebody first, through the real web edge.
class PeopleEdgeTest {
  private static final TestKept kept = new TestKept();

  private final Conversation tv = kept.shop.crackedTv();
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void listsWhoeverWasHeardFromLastAndFindsAnybody() {
    kept.clock.advance(Duration.ofMinutes(5));
    kept.shop.letterFrom("Rosa Delgado", "rosa@example.com", "Fridge quote", "The seal leaks.");
    kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(3));

    var everyone = priya.get("/people").body();
    var found = priya.get("/people?q=rosa").body();
    var owed = priya.get("/people?with=promise").body();

    assertThat(everyone.indexOf("Rosa Delgado")).isLessThan(everyone.indexOf("Chuck Alvarez"));
    assertThat(everyone).contains("one of them with a promise.");
    assertThat(found).contains("Rosa Delgado").doesNotContain("Chuck Alvarez");
    assertThat(owed).contains("Chuck Alvarez").doesNotContain("Rosa Delgado");
  }

  @Test
  void thoseAtRiskAreThoseWhoseTimeIsShort() {
    var none = priya.get("/people?with=risk").body();
    var lena = kept.shop.letterFrom("Lena Park", "park@example.com", "Dryer", "Is it in?");
    var promise = kept.shop.promise(lena, kept.shop.tomas, Duration.ofHours(2));
    kept.clock.advance(Duration.ofMinutes(100));

    assertThat(none).doesNotContain("Lena Park");
    assertThat(priya.get("/people?with=risk").body()).contains("Lena Park");

    kept.rooms.promises.keep(kept.shop.tomas, promise.id());
    assertThat(priya.get("/people?with=risk").body()).doesNotContain("Lena Park");
  }

  @Test
  void learnsWhatTheyToldUsAndHowTheyReachUs() {
    var chuck = "/people/" + tv.customer();

    priya.post(chuck + "/facts", "label", "Side gate code", "value", "4417");
    priya.post(chuck + "/identities", "value", "chuck@work.example.com");
    priya.post(chuck + "/name", "name", "Charles \"Chuck\" Alvarez");
    var page = priya.get(chuck).body();

    assertThat(page)
        .contains("Side gate code", "4417", "chuck@work.example.com")
        .contains("Charles &#34;Chuck&#34; Alvarez")
        .contains("Cracked TV");
    priya.post(chuck + "/name", "name", "Chuck Alvarez");
  }

  @Test
  void anAddressOfSomebodyElseIsNotGivenToThem() {
    kept.shop.letterFrom("Luis Ortega", "luis@example.com", "Dryer", "Is it in?");

    var answer =
        priya.post("/people/" + tv.customer() + "/identities", "value", "Luis@Example.com");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("luis@example.com belongs to somebody already.");
  }

  @Test
  void goesBackToTheConversationInWhichItWasLearnt() {
    var answer = priya
        .header("Referer", kept.at("/c/" + tv.id()).toString())
        .post("/people/" + tv.customer() + "/facts", "label", "Serial", "value", "LU-42-00817");

    assertThat(TestBrowser.leadsTo(answer)).isEqualTo("/c/" + tv.id());
    assertThat(priya.get("/c/" + tv.id()).body()).contains("LU-42-00817");
  }

  @Test
  void writesToANewAddressOnce() {
    var key = java.util.UUID.randomUUID().toString();
    String[] letter = {
      "to", "lena@example.com", "matter", "Your dryer part", "words", "It is in.", "key", key
    };

    var first = priya.post("/c", letter);
    var second = priya.post("/c", letter);
    letter[5] = "It is in, and it is free.";
    var other = priya.post("/c", letter);

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body())
        .contains("This page was sent already", "It is in, and it is free.")
        .doesNotContain(key);
    assertThat(TestBrowser.leadsTo(first)).startsWith("/c/0");
    assertThat(TestBrowser.leadsTo(second)).isEqualTo("/c");
    var lena = kept.rooms.customers.search("lena@example.com", 5);
    assertThat(lena).hasSize(1);
    var matters = kept.rooms.conversations.list(Which.of(lena.getFirst().id()), null, 10);
    assertThat(matters).singleElement().satisfies(row -> {
      assertThat(row.conversation().matter()).isEqualTo("Your dryer part");
      assertThat(row.conversation().agent()).isEqualTo(kept.shop.priya);
    });
    assertThat(kept.rooms.customers.knowledgeOf(lena.getFirst().id()).last(IdentityKind.EMAIL))
        .isPresent();
  }

  @Test
  void asksWhichOneWhenSeveralAnswerToAName() {
    kept.shop.customer("Ben Stroud", "ben@example.com");
    kept.shop.customer("Ben Ortega", "ortega@example.com");

    var several = priya.post("/c", "to", "ben", "matter", "Your bill", "words", "It is paid.");
    var nobody = priya.post("/c", "to", "zacharias", "matter", "x", "words", "y");
    var nothing = priya.post("/c", "to", "", "matter", "", "words", "");

    assertThat(several.statusCode()).isEqualTo(422);
    assertThat(several.body())
        .contains("Pick one below", "Ben Stroud, ben@example.com", "It is paid.");
    assertThat(nobody.body()).contains("Nobody we know answers to that.");
    assertThat(nothing.body())
        .contains(
            "Say whom you write to.",
            "Say in a few words what it is about.",
            "Write something first.");
  }

  @Test
  void aConversationListSaysWhatIsOpenMineAndSorted() {
    kept.rooms.conversations.handOver(kept.shop.dana, tv.id(), kept.shop.edie);
    var edie = kept.as(kept.shop.edie);

    assertThat(edie.get("/c?state=mine").body()).contains("/c/" + tv.id());
    assertThat(priya.get("/c?state=mine").body()).doesNotContain("/c/" + tv.id());
    assertThat(priya.get("/c?state=sorted").body()).doesNotContain("/c/" + tv.id());
    assertThat(priya.get("/c?q=corner").body()).contains("/c/" + tv.id());
    assertThat(priya.get("/c?q=zeppelin").body()).contains("Nobody said “zeppelin” here.");
    assertThat(List.of(200)).contains(priya.get("/c/list?of=" + tv.id()).statusCode());
  }
}
