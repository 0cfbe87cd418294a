package kept.promises.hearing;

import java.util.List;

/// A head in its text: where its own words end, and where those of its whole chain do ("I'll check
/// and ring you by four").
record Place(List<Sentence> text, int index, Head head, int end, int chainEnd, boolean monthFirst) {
  static Place of(List<Sentence> text, int index, List<Head> heads, int one, boolean monthFirst) {
    var head = heads.get(one);
    var size = text.get(index).size();
    if (one + 1 == heads.size()) return new Place(text, index, head, size, size, monthFirst);
    var next = heads.get(one + 1);
    var chained = next.goesOn(head);
    var end = Math.max(chained ? next.verb() - 1 : next.from(), head.verb() + 1);
    return new Place(text, index, head, end, chained ? size : end, monthFirst);
  }

  Sentence in() {
    return text.get(index);
  }
}
