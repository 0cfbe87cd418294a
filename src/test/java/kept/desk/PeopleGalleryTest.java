package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.PageProof;
import kept.PageProof.Nail;
import kept.desk.ConversationList.Chip;
import kept.desk.ConversationList.Segment;
import kept.desk.PeoplePage.Row;
import kept.platform.http.Assets;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People, one person, and writing to somebody, with none, some and fifty things on them.
class PeopleGalleryTest {

  private static PageProof proof;

  @BeforeAll
  static void open() {
    proof = new PageProof(false, PeopleGalleryTest::hang);
  }

  @AfterAll
  static void close() {
    proof.close();
  }

  @Test
  void everyPageHoldsUpAtEveryWidthInBothThemes() {
    assertThat(proof.complaints()).isEmpty();
  }

  private static void hang(Assets assets, Nail nail) {
    people(GalleryCast.frame(assets, "People", Place.PEOPLE), nail);
    var person = GalleryCast.frame(assets, "Chuck Alvarez", Place.PEOPLE);
    nail.hang("/person", "people/person.jte", PersonCast.chuck(person));
    nail.hang("/person-new", "people/person.jte", PersonCast.lena(person));
    nail.hang("/person-fifty", "people/person.jte", PersonCast.fifty(person));
    var write = GalleryCast.frame(assets, "Write to someone", Place.CONVERSATIONS);
    nail.hang(
        "/write",
        "conversation/new.jte",
        NewMessagePage.empty(write, "key", new NewMessagePage.By(true, true)));
    var chucks = List.of(
        new Choice("a", "Chuck Alvarez, chuck@alvarez.example.com", true),
        new Choice("b", "Chuck Berry, the one with the fridge", false));
    nail.hang(
        "/write-refused",
        "conversation/new.jte",
        new NewMessagePage(
            write,
            "Chuck",
            chucks,
            "",
            "Hi Chuck, your dryer part is in.",
            "key",
            Map.of(
                "to",
                "We know two people by that name. Pick one.",
                "matter",
                "Say what it’s about")));
  }

  private static void people(Frame frame, Nail nail) {
    var some = List.of(
        row("Lena Whitfield", "by email, 2:23", new Chip("Dryer part by 4:00", "kept")),
        row("Chuck Alvarez", "by email, 2:18", new Chip("Swap by 5:00", "kept")),
        row("Rosa Delgado", "by email, 11:20", new Chip("Quote by 2:45", "due")),
        row("Hillside Café", "by email, 9:12", null));
    nail.hang(
        "/people",
        "people/page.jte",
        page(frame, "212 people, three of them with a promise.", "", some));
    nail.hang("/people-none", "people/page.jte", page(frame, "Nobody yet.", "", List.of()));
    nail.hang(
        "/people-unknown",
        "people/page.jte",
        page(
            frame,
            "Nobody by that name.",
            "Wilhelmina-without-any-end-to-her-name-at-all",
            List.of()));
    var fifty = IntStream.range(0, 50)
        .mapToObj(i -> row(
            "Wilhelmina Featherstonehaugh-Montgomery-Donaudampfschiff the " + i + "th",
            "by email, yesterday",
            i % 2 == 0 ? new Chip("Ring about the brackets by tomorrow 9:00 am", "risk") : null))
        .toList();
    nail.hang(
        "/people-fifty",
        "people/page.jte",
        page(frame, "12,480 people, 50 of them with a promise.", "", fifty));
  }

  private static PeoplePage page(Frame frame, String sentence, String query, List<Row> rows) {
    var filters = List.of(
        new Segment("Everyone", null, "/people", true),
        new Segment("At risk", 2, "/people?with=risk", false),
        new Segment("With a promise", 3, "/people?with=promise", false));
    var older = rows.size() < 50 ? null : "/people?after=x";
    return new PeoplePage(
        frame, sentence, query, filters, rows, PeopleWords.nobody("", query), older);
  }

  private static Row row(String name, String heard, @Nullable Chip owed) {
    return new Row(Face.of(name), name, "/people/" + name.hashCode(), "", heard, owed);
  }
}
