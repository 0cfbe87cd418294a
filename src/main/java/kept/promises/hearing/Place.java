package kept.promises.hearing;

import java.util.List;

/// A head in its text: from where words before it may be its own, where its own words end,
/// and where those of its whole chain do ("I'll check and ring you by four").
record Place(
    List<Sentence> text,
    int index,
    Head head,
    int start,
    int end,
    int chainEnd,
    boolean monthFirst) {
  static Place of(List<Sentence> text, int index, List<Head> heads, int one, boolean monthFirst) {
    var head = heads.get(one);
    var size = text.get(index).size();
    var start = start(heads, one);
    if (one + 1 == heads.size()) return new Place(text, index, head, start, size, size, monthFirst);
    var next = heads.get(one + 1);
    var chained = next.goesOn(head);
    var end = Math.max(chained ? next.verb() - 1 : next.from(), head.verb() + 1);
    return new Place(text, index, head, start, end, chained ? size : end, monthFirst);
  }

  /// What stands after a promise belongs to it, and not to the next.
  private static int start(List<Head> heads, int one) {
    for (int before = one - 1; before >= 0; before--) {
      var head = heads.get(before);
      var other = !heads.get(one).goesOn(head) && head.mode() != Head.Mode.GOING_ON;
      if (other && head.match() != null) return heads.get(one).from();
    }
    return 0;
  }

  Sentence in() {
    return text.get(index);
  }
}
