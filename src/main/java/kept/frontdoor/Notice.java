package kept.frontdoor;

import java.time.LocalDate;

/// What hello adds before a day on which the shop is closed, until that day has come.
public record Notice(Greeting said, LocalDate day) {
  boolean isDue(LocalDate today) {
    return today.isBefore(day);
  }

  Notice said(Greeting other) {
    return new Notice(other, day);
  }
}
