package kept;

import kept.api.AnswerErasure;
import kept.conversations.MatterErasure;
import kept.customers.CustomerForgotten;
import kept.email.MailErasure;
import kept.email.RawMail;
import kept.frontdoor.DoorErasure;
import kept.phone.CallErasure;
import kept.platform.DeliveryErasure;
import kept.promises.PromiseErasure;
import kept.recaps.RecapErasure;
import kept.texts.TextErasure;

/// Every room that holds a person's words lets them go in the transaction that forgets them. Those
/// that may refuse come first; the matters come last, since the others find words by them.
final class Erasures {
  private Erasures() {}

  static void wire(Rooms rooms) {
    var database = rooms.database;
    var events = rooms.events;
    rooms.blobSweep.wire(MatterErasure::held);
    rooms.blobSweep.wire(PromiseErasure::held);
    rooms.blobSweep.wire(RawMail::held);
    rooms.blobSweep.wire(DoorErasure::held);
    var deliveries = new DeliveryErasure(database, rooms.clock);
    new PromiseErasure(database, events, deliveries, rooms.blobs);
    new CallErasure(database, events, rooms.customers, rooms.recordings);
    new DoorErasure(database, events, rooms.customers);
    new MailErasure(database, events, rooms.customers, rooms.blobs);
    new TextErasure(database, events, rooms.customers);
    new RecapErasure(database, events);
    new AnswerErasure(database, events);
    new MatterErasure(database, events, rooms.customers, deliveries, rooms.blobs);
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.afterCommit(rooms.blobSweep::deleteLetGo));
  }
}
