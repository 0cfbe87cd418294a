package kept.desk;

import java.util.Arrays;
import java.util.List;
import kept.promises.Kind;

/// What the pages call the kinds of promises.
final class KindWords {
  private KindWords() {}

  static List<Choice> choices(String chosen) {
    return Arrays.stream(Kind.values())
        .map(kind -> new Choice(kind.word(), words(kind), kind.word().equals(chosen)))
        .toList();
  }

  static String words(Kind kind) {
    return switch (kind) {
      case CALLBACK -> "Ring back";
      case REFUND -> "A refund";
      case REPLACEMENT -> "A replacement";
      case SHIPMENT -> "A delivery";
      case INFORMATION -> "An answer";
      case FIX -> "A repair";
      case VISIT -> "A visit";
      case ESCALATION -> "A decision";
      case OTHER -> "Something else";
    };
  }
}
