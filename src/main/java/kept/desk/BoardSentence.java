package kept.desk;

import kept.promises.Horizons.Span;

/// The sentence that the board opens with, true for none, one and fifty promises. Pure.
record BoardSentence(BoardFacts facts) {

  /// "Eleven promises to keep, one of them late.", "Justin has three promises to keep."
  String words() {
    var owed = facts.owed();
    var keeper = facts.query().keeper();
    var promises = owed == 1 ? "promise" : "promises";
    if (keeper == null)
      return owed == 0
          ? "Nothing owed to anyone."
          : Counted.atStart(owed) + " " + promises + " to keep" + late(owed) + ".";
    var has = facts.onlooker().is(keeper) ? "You have " : facts.onlooker().name(keeper) + " has ";
    return has + (owed == 0 ? "nothing" : Counted.words(owed) + " " + promises) + " to keep"
        + late(owed) + ".";
  }

  /// ", three of them late", ", all of them late", ", and it’s late".
  private String late(int owed) {
    var late = facts.count(Span.LATE);
    if (late == 0) return "";
    if (owed == 1) return ", and it’s late";
    return ", " + (late == owed ? "all" : Counted.words(late)) + " of them late";
  }
}
