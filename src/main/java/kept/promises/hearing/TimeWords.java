package kept.promises.hearing;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a language that say when.
final class TimeWords {
  /// A part of the day: from when to when it counts as met; `afternoon` says that "at 7" in it is
  /// 19:00.
  record Part(LocalTime from, LocalTime to, boolean afternoon) {}

  /// A phrase and what it stands for.
  record Named<T>(Phrase phrase, T meaning) {}

  /// What was found, and where it ends.
  record Found<T>(T meaning, int end) {}

  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
  private final Map<String, Phrases> phrases = new HashMap<>();
  private final List<Named<String>> leads;
  private final List<Named<String>> trails;
  private final List<Named<Part>> parts = new ArrayList<>();
  private final Map<String, LocalTime> clockWords = new HashMap<>();
  private final Map<String, String> units;
  private final Map<String, String> every;

  TimeWords(Sheet sheet, Map<String, Set<String>> classes) {
    for (var name : List.of("weekday", "month", "number", "ordinal", "fraction of an hour"))
      numbers.put(name, numbers(sheet, name));
    for (var name : List.of(
        "opening",
        "closing",
        "night",
        "vague",
        "early",
        "middle",
        "late",
        "past",
        "business",
        "this day",
        "this week")) phrases.put(name, new Phrases(sheet.lines(name), classes));
    leads = named(sheet.pairs("lead"));
    trails = named(sheet.pairs("trail"));
    sheet.pairs("part").forEach((words, meaning) -> parts.add(part(words, meaning)));
    sheet.pairs("clock word").forEach((word, time) -> clockWords.put(word, LocalTime.parse(time)));
    units = sheet.pairs("unit");
    every = sheet.pairs("hourly");
  }

  /// The number that a word of this sort stands for, or -1.
  int number(String sort, String word) {
    return numbers.getOrDefault(sort, Map.of()).getOrDefault(word, -1);
  }

  boolean namesDay(String word) {
    return number("weekday", word) > 0 || number("month", word) > 0;
  }

  Phrases phrases(String name) {
    return java.util.Objects.requireNonNull(phrases.get(name));
  }

  java.util.Optional<Found<String>> lead(Sentence in, int at, int end) {
    return longest(leads, in, at, end);
  }

  java.util.Optional<Found<String>> trail(Sentence in, int at, int end) {
    return longest(trails, in, at, end);
  }

  java.util.Optional<Found<Part>> part(Sentence in, int at, int end) {
    return longest(parts, in, at, end);
  }

  java.util.Optional<LocalTime> clockWord(String word) {
    return java.util.Optional.ofNullable(clockWords.get(word));
  }

  String unit(String word) {
    return units.getOrDefault(word, "");
  }

  String every(String word) {
    return every.getOrDefault(word, "");
  }

  private static <T> java.util.Optional<Found<T>> longest(
      List<Named<T>> all, Sentence in, int at, int end) {
    Found<T> longest = null;
    for (var one : all) {
      var to = one.phrase().match(in, at, end);
      if (to > at && (longest == null || to > longest.end()))
        longest = new Found<>(one.meaning(), to);
    }
    return java.util.Optional.ofNullable(longest);
  }

  private static List<Named<String>> named(Map<String, String> pairs) {
    var all = new ArrayList<Named<String>>();
    pairs.forEach((words, meaning) -> all.add(new Named<>(Phrase.of(words, Map.of()), meaning)));
    return all;
  }

  private static Named<Part> part(String words, String meaning) {
    var parts = meaning.split(" ");
    var part =
        new Part(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]), parts[2].equals("pm"));
    return new Named<>(Phrase.of(words, Map.of()), part);
  }

  private static Map<String, Integer> numbers(Sheet sheet, String name) {
    var numbers = new HashMap<String, Integer>();
    sheet.pairs(name).forEach((word, number) -> numbers.put(word, Integer.valueOf(number)));
    return numbers;
  }
}
