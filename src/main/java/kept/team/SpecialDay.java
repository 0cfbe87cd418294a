package kept.team;

import java.time.LocalDate;
import java.util.List;
import kept.platform.Refusal;

/// A day unlike its weekday: other spans, or none where the shop is closed. It overrules a public
/// holiday.
public record SpecialDay(LocalDate day, String name, List<OpeningHours.Span> spans) {
  private static final int LONGEST = 60;

  public SpecialDay {
    name = name.strip();
    if (name.isEmpty()) throw new Refusal("Say what day it is, for example Christmas Eve.");
    if (name.length() > LONGEST) throw new Refusal("Say what day it is in fewer words.");
    spans = OpeningHours.inOrder(spans);
  }
}
