package kept.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kept.TestShop;
import kept.platform.Event;
import kept.platform.EventCursor;
import kept.platform.Json;
import kept.platform.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The log outlives whoever is forgotten, so it never knew a word of theirs.
class EventsHoldNoWordsDbTest {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

  private final TestShop shop = new TestShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void inABusyShopTheyHoldIdsNumbersTimesAndOurOwnWords() {
    shop.rooms.tokens.create("a test", shop.dana);
    new Regular(shop, "quxvera", "+14155550142").comes();
    var ours = ourWords();
    var events = shop.rooms.events.after(new EventCursor("0", 0), 10_000);

    assertThat(events).extracting(StoredEvent::kind).contains("promise_made", "call_ended");
    assertThat(events).hasSizeGreaterThan(40);
    for (var event : events)
      assertThat(words(event.facts()))
          .as(event.kind())
          .allMatch(word ->
              ID.matcher(word).matches() || TIME.matcher(word).matches() || ours.contains(word));
  }

  /// Whatever the shop has not done yet: a fact holds no words, and a list of none, by its type.
  @Test
  void noFactCouldHoldThem() {
    for (var fact : facts())
      for (var part : fact.getRecordComponents())
        assertThat(part.getGenericType().getTypeName())
            .as(fact.getSimpleName() + "." + part.getName())
            .doesNotContain("String", "Object", "JsonNode", "byte[]", "CharSequence");
  }

  private static List<String> words(JsonNode facts) {
    var words = new ArrayList<String>();
    if (facts.isString()) words.add(facts.asString());
    for (var each : facts) words.addAll(words(each));
    return words;
  }

  /// Every value of every enum that some fact holds.
  private static Set<String> ourWords() {
    var ours = new TreeSet<String>();
    for (var fact : facts())
      for (var part : fact.getRecordComponents())
        if (part.getType().isEnum())
          for (var value : part.getType().getEnumConstants())
            ours.add(Json.read(Json.write(value)).asString());
    return ours;
  }

  private static List<Class<?>> facts() {
    var root = Path.of("target/classes");
    try (var files = Files.walk(root.resolve("kept"))) {
      var facts = files
          .map(file -> root.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class"))
          .<Class<?>>map(name -> loaded(name.replaceFirst("\\.class$", "")))
          .filter(type -> Event.class.isAssignableFrom(type) && type.isRecord())
          .toList();
      assertThat(facts).hasSizeGreaterThan(60);
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, EventsHoldNoWordsDbTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
