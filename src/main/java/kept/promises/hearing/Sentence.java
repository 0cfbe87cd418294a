package kept.promises.hearing;

import java.util.List;

/// The words between two stops. Outside of it every word is empty, so that looking around is safe.
/// `retold` when a note says that they were told this.
record Sentence(List<Token> tokens, boolean asks, boolean retold) {
  Sentence(List<Token> tokens, boolean asks) {
    this(tokens, asks, false);
  }

  String word(int at) {
    return at < 0 || at >= tokens.size() ? "" : tokens.get(at).word();
  }

  int size() {
    return tokens.size();
  }

  /// "Chuck, I'll ring you", "I'll ring you, Chuck": a name of its own between stops.
  boolean calls(int at) {
    if (at < 0 || at >= size() || !tokens.get(at).capital()) return false;
    var after = word(at + 1);
    return after.equals(",") || (after.isEmpty() && word(at - 1).equals(","));
  }

  boolean isNumber(int at) {
    return at >= 0 && at < size() && tokens.get(at).isNumber();
  }

  int startOf(int from) {
    return tokens.get(from).start();
  }

  int endOf(int to) {
    return tokens.get(to - 1).end();
  }
}
