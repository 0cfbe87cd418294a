package kept.team;

import java.time.LocalDate;
import java.util.List;
import kept.platform.Limit;
import kept.platform.Refusal;

/// A day unlike its weekday: other spans, or none where the shop is closed. It overrules a public
/// holiday.
public record SpecialDay(LocalDate day, String name, List<OpeningHours.Span> spans) {
  private static final Limit NAME = new Limit(60, "Say what day it is in fewer words.");

  public SpecialDay {
    name = NAME.check(name);
    if (name.isEmpty()) throw new Refusal("Say what day it is, for example Christmas Eve.");
    spans = OpeningHours.inOrder(spans);
  }
}
