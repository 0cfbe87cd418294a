package kept.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import kept.promises.Item;

/// Open promises as a calendar reads them (RFC 5545): each in the half hour before it is due. Pure.
record PromiseCalendar(String shop, String deskUrl, Instant now) {
  private static final java.time.Duration BEFORE = java.time.Duration.ofMinutes(30);
  private static final int LONGEST_LINE = 75;

  String of(List<Item> open) {
    var calendar = new ICalendar();
    calendar.setProductId("-//Kept//Promises//EN");
    var name = "Promises, " + shop;
    calendar.setName(name);
    calendar.setExperimentalProperty("X-WR-CALNAME", name.replaceAll("[\\\\;,]", "\\\\$0"));
    calendar.setRefreshInterval(Duration.builder().minutes(15).build());
    open.forEach(item -> calendar.addEvent(event(item)));
    return folded(Biweekly.write(calendar).go().replace("\r\n ", ""));
  }

  /// RFC 5545, section 3.1: a line has 75 octets at most, and goes on behind a blank. The library
  /// counts characters.
  private static String folded(String text) {
    var folded = new StringBuilder();
    int octets = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      var character = Character.toString(text.codePointAt(at));
      var size = character.getBytes(UTF_8).length;
      if (character.equals("\r")) octets = -2;
      if (octets + size > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets += size;
    }
    return folded.toString();
  }

  private VEvent event(Item item) {
    var promise = item.promise();
    var event = new VEvent();
    event.setUid(promise.id() + "@kept");
    event.setDateTimeStamp(Date.from(now));
    event.setDateStart(Date.from(promise.dueAt().minus(BEFORE)));
    event.setDateEnd(Date.from(promise.dueAt()));
    event.setSummary(promise.what());
    event.setDescription("Promised to " + item.customerName() + ".");
    event.setUrl(deskUrl + "/promises/" + promise.id());
    return event;
  }
}
