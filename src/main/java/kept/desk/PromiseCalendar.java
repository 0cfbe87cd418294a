package kept.desk;

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

  String of(List<Item> open) {
    var calendar = new ICalendar();
    calendar.setProductId("-//Kept//Promises//EN");
    calendar.setName("Promises, " + shop);
    calendar.setRefreshInterval(Duration.builder().minutes(15).build());
    open.forEach(item -> calendar.addEvent(event(item)));
    return Biweekly.write(calendar).go();
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
