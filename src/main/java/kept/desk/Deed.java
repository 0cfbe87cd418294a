package kept.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kept.customers.Customer;
import kept.desk.FindPage.Hit;

/// Something to do, said in words: "promise rosa quote by 4", "write chuck". Pure.
record Deed(Kind kind, String words) {
  enum Kind {
    FIND,
    PROMISE,
    WRITE
  }

  static Deed in(String query) {
    var words = query.strip().split("\\s+", 2);
    var rest = words.length < 2 ? "" : words[1];
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "promise" -> new Deed(Kind.PROMISE, rest);
      case "write", "mail", "email" -> new Deed(Kind.WRITE, rest);
      default -> new Deed(Kind.FIND, query.strip());
    };
  }

  /// A person found while writing is written to; while promising, promised to.
  String hrefTo(Customer person) {
    return switch (kind) {
      case FIND -> "/people/" + person.id();
      case PROMISE -> "/promises?to=" + person.id() + "#add";
      case WRITE -> "/c/new?to=" + person.id();
    };
  }

  List<Hit> hits(boolean helper) {
    return switch (kind) {
      case PROMISE -> helper ? List.of() : List.of(promise());
      case WRITE -> helper ? List.of() : List.of(write());
      case FIND -> places(words, helper);
    };
  }

  /// Leads to the field on the board, filled in.
  private Hit promise() {
    if (words.isEmpty())
      return new Hit("Make a promise", "In plain words", "/promises#add", null, "plus-bold");
    var href = "/promises?words=" + URLEncoder.encode(words, UTF_8) + "#add";
    return new Hit("Promise: " + words, "Read it first", href, null, "plus-bold");
  }

  private static Hit write() {
    return new Hit("Write to someone", "It starts a conversation", "/c/new", null, "note-pencil");
  }

  /// Where one can go and what one can do there, as far as the words say it.
  private static List<Hit> places(String words, boolean helper) {
    var wanted = words.toLowerCase(Locale.ROOT);
    var deeds =
        helper ? Stream.<Hit>of() : Stream.of(new Deed(Kind.PROMISE, "").promise(), write());
    var places = Arrays.stream(Place.values())
        .filter(place -> !helper || place.forHelpers())
        .map(place -> new Hit(place.words(), "Go there", place.href(), null, place.icon()));
    return Stream.concat(deeds, places)
        .filter(hit -> hit.words().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }
}
