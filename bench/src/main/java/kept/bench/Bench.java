package kept.bench;

import java.util.List;

/// `./kept bench NAME`: runs one proof, or all of them.
public final class Bench {
  private Bench() {}

  public static void main(String[] names) throws Exception {
    var wanted = names.length == 0 ? List.of("start", "mail", "size") : List.of(names);
    for (var name : wanted) {
      switch (name) {
        case "start" -> StartBench.run();
        case "mail" -> MailBench.run();
        case "size" -> SizeBench.run();
        default ->
          throw new IllegalArgumentException(
              "There is no bench \"" + name + "\": start, mail, size.");
      }
    }
  }
}
