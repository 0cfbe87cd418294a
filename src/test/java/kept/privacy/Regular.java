package kept.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.util.List;
import kept.TestShop;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.customers.Customers.Approach;
import kept.customers.Fact;
import kept.customers.IdentityKind;
import kept.customers.Possession;
import kept.customers.VerificationLevel;
import kept.email.MailRound;
import kept.frontdoor.Direct;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.phone.VoicemailRound;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.recaps.Problem;
import org.jspecify.annotations.Nullable;

/// A customer who left a trace wherever one can be left. Everything that they or others say of them
/// holds `mark`, so that it can be looked for.
record Regular(TestShop shop, String mark, String number) {
  String email() {
    return mark + "@example.com";
  }

  String name() {
    return "Vera " + mark;
  }

  /// Every word by which they can be found.
  String[] words() {
    return new String[] {mark, number, number.substring(1)};
  }

  Customer comes() {
    var matter = writes();
    var id = matter.customer();
    isKnown(id);
    answered(matter);
    rings(id);
    reaches();
    promised(matter);
    asked(matter.id());
    return shop.rooms.customers.get(id);
  }

  private Conversation writes() {
    new MailRound(shop).brings(email(), """
        From: Vera %1$s <%1$s@example.com>\r
        To: hello@marlow.example.com\r
        Message-ID: <one-%1$s@example.com>\r
        Subject: The %1$s cabinet\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary=x\r
        \r
        --x\r
        Content-Type: text/html; charset=utf-8\r
        \r
        <p>My <b>%1$s</b> is broken.</p>\r
        --x\r
        Content-Type: text/plain; name="%1$s.txt"\r
        Content-Disposition: attachment; filename="%1$s.txt"\r
        \r
        The receipt of %1$s.\r
        --x--\r
        """.formatted(mark));
    var customer = shop.rooms.customers.search(mark, 1).getFirst();
    return shop.rooms
        .conversations
        .list(Which.of(customer.id()), null, 1)
        .getFirst()
        .conversation();
  }

  private void isKnown(kept.customers.CustomerId id) {
    var rooms = shop.rooms;
    rooms.customers.addIdentity(shop.priya, id, phone());
    rooms.customers.learn(shop.priya, id, new Fact("Gate code", "The dog is " + mark));
    rooms.customers.owns(id, new Possession("A " + mark, "tv", "cracked", shop.clock.instant()));
  }

  private Approach phone() {
    return new Approach(
        IdentityKind.PHONE, number, null, "Priya, of " + mark, VerificationLevel.RECOGNISED, false);
  }

  private void answered(Conversation matter) {
    var rooms = shop.rooms;
    rooms.messages.note(shop.edie, matter.id(), Draft.of("Be kind to " + mark));
    rooms.recaps.send(shop.priya, matter.id(), "You said that " + mark + " is broken.");
    rooms.pageLinks.mint(matter.id(), email());
    rooms.confirmations.notYet(matter.id(), Problem.NOT_RIGHT, "Still no " + mark);
    shop.clock.advance(ofHours(30));
    rooms.alarms.fireWhatIsDue();
    rooms.promises.to(matter.customer()).forEach(this::keep);
  }

  private void keep(Promise promise) {
    if (promise.isOpen()) shop.rooms.promises.keep(promise.keeper(), promise.id());
  }

  private void rings(kept.customers.CustomerId id) {
    var rooms = shop.rooms;
    var call = new VoicemailRound(shop).leaves(number, "Hello, it is " + mark);
    var owed = rooms.promises.get(java.util.Objects.requireNonNull(call.promise()));
    rooms.askedNumbers.ask(owed.id(), number);
    rooms.bookings.mint(owed.id(), number);
    keep(owed);
    rooms.customers.learn(shop.priya, id, new Fact("Rang", "About " + mark));
    insert(
        "insert into pbx_call (name, call, heard_at) values (:mark || '-1', :call, :now)",
        call.id().toString());
  }

  /// Where their number stands among the shop's own rules.
  private void reaches() {
    var rooms = shop.rooms;
    rooms.nuisances.add(shop.dana, number, "Not really, " + mark);
    var plan = FrontDoors.usual().direct(new Direct(shop.dana, List.of(number)));
    var door = rooms.frontDoors.set(shop.dana, new FrontDoor(FrontDoorId.next(), number, plan));
    rooms.frontDoors.set(shop.dana, new FrontDoor(door.id(), door.id().toString(), plan));
    insert("insert into text_stop (number, stopped_at) values (:number, :now)", null);
    insert("""
        insert into text_in (sid, fields, came_at, tries)
        values ('SM' || md5(:mark),
                jsonb_build_object('From', :number, 'To', '+14155550100', 'Body', 'It is ' || :mark), :now, 20)
        """, null);
  }

  private void promised(Conversation matter) {
    var rooms = shop.rooms;
    var kept = make(matter, 2);
    rooms.promises.atRisk(shop.priya, kept.id(), "The van with the " + mark + " is late");
    rooms.promises.keep(shop.priya, kept.id());
    rooms.endings.prove(shop.priya, kept.id(), "Signed by " + mark, file());
    var let = make(matter, 3);
    rooms.promises.atRisk(shop.priya, let.id(), "No " + mark + " in stock");
    shop.clock.advance(ofMinutes(1));
    rooms.promises.release(shop.priya, let.id(), "They let us off: " + mark + " is sold");
    insert("""
        insert into idempotency_key (token, key, request, status, answer, created_at)
        select id, gen_random_uuid()::text, '', 201, '{"id":"' || :call || '","name":"' || :mark || '"}', :now
          from api_token limit 1
        """, matter.id().toString());
  }

  private Promise make(Conversation matter, int hours) {
    return shop.rooms.promises.make(
        shop.priya,
        new Commitment(
            matter.id(),
            "Bring the " + mark,
            Kind.REPLACEMENT,
            shop.priya,
            null,
            shop.clock.in(Duration.ofHours(hours)),
            Channel.EMAIL));
  }

  private Draft.NewFile file() {
    var bytes = ("A photo of " + mark).getBytes(UTF_8);
    var blob = shop.rooms.blobs.store(bytes);
    return new Draft.NewFile(blob, mark + ".jpg", "image/jpeg", null, bytes.length);
  }

  private void asked(ConversationId matter) {
    shop.rooms.recaps.ask(shop.priya, matter, Draft.of("Is the " + mark + " sorted?"));
    shop.rooms.confirmations.sorted(matter, "Thank you, says " + mark);
  }

  /// They write in a matter of somebody else.
  void joins(ConversationId other) {
    var said = new Incoming(
        Channel.EMAIL,
        shop.clock.instant(),
        name() + " <" + email() + ">",
        true,
        Draft.of("I saw it too, " + mark));
    shop.rooms.messages.receive(other, said);
  }

  private void insert(String sql, @Nullable String call) {
    shop.database.useTransaction(tx -> {
      var filled = sql.replace(":mark", "'" + mark + "'")
          .replace(":number", "'" + number + "'")
          .replace(":call", "'" + call + "'");
      tx.createUpdate(filled).bind("now", shop.clock.instant()).execute();
    });
  }
}
