package kept.frontdoor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import kept.frontdoor.Objection.WayOut;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Keys are optional, at most three, and each leads somewhere. Pure.
final class KeyRules {
  private static final int MOST = 3;

  private KeyRules() {}

  /// @param reaches whether one of these people takes calls
  static List<Objection> objections(Plan plan, Predicate<Collection<AgentId>> reaches) {
    var objections = new ArrayList<Objection>();
    var seen = new HashSet<Character>();
    if (plan.keys().size() > MOST)
      objections.add(new Objection(
          "More than three keys are a phone tree. Keep three at most.",
          new WayOut("Keep the first three", plan.keys(plan.keys().subList(0, MOST)))));
    for (int i = 0; i < plan.keys().size(); i++) {
      var key = plan.keys().get(i);
      var sentence = wrong(key, !seen.add(key.digit()), reaches);
      if (sentence != null)
        objections.add(new Objection(
            sentence, new WayOut("Drop key " + key.digit(), plan.keys(without(plan.keys(), i)))));
    }
    return objections;
  }

  private static @Nullable String wrong(
      Key key, boolean again, Predicate<Collection<AgentId>> reaches) {
    if (key.digit() == '0') return "0 is always a person. It can’t be taken away.";
    if (key.digit() < '1' || key.digit() > '3') return "Keys are 1, 2 and 3.";
    if (again) return "Key " + key.digit() + " does two things. Let it do one.";
    if (key.act() == KeyAct.PEOPLE && !reaches.test(key.agents()))
      return "Nobody behind key " + key.digit() + " takes calls, so nobody would ring there.";
    return null;
  }

  private static List<Key> without(List<Key> keys, int index) {
    var rest = new ArrayList<>(keys);
    rest.remove(index);
    return rest;
  }
}
