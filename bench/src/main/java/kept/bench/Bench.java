package kept.bench;

import java.util.List;

/// `./kept bench NAME`: runs one proof, or all of them.
public final class Bench {
  private Bench() {}

  public static void main(String[] names) throws Exception {
    if (names.length == 3 && names[0].equals("alarms") && names[1].equals("--minutes")) {
      AlarmBench.run(Integer.parseInt(names[2]));
      return;
    }
    if (names.length == 2 && names[0].equals("soak")) {
      SoakBench.run(Integer.parseInt(names[1]));
      return;
    }
    var wanted = names.length == 0 ? List.of("start", "mail", "size") : List.of(names);
    for (var name : wanted) {
      switch (name) {
        case "start" -> StartBench.run();
        case "mail" -> MailBench.run();
        case "hearing" -> HearingBench.run();
        case "size" -> SizeBench.run();
        case "alarms" -> AlarmBench.run(60);
        case "pop" -> PopBench.run();
        case "line" -> LineBench.run();
        case "soak" -> SoakBench.run(30);
        default ->
          throw new IllegalArgumentException("There is no bench \"" + name
              + "\": start, mail, hearing, size, alarms, pop, line or soak. The"
              + " proofs histories and chaos run by themselves.");
      }
    }
  }
}
