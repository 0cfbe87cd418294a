package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDateTime;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.phone.PhoneCall;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.pages.Face;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Writing down a call that was had on another phone, from a conversation or from a person: one tap
/// for how long, one line, saved.
public final class CallLogPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final Hearings hearings;

  public CallLogPages(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.hearings = new Hearings(doors);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/c/{id}/calls/new", request -> ask(request, inMatter(request)), Access.AGENT);
    routes.post("/c/{id}/calls", request -> log(request, inMatter(request)), Access.AGENT);
    routes.get(
        "/people/{id}/calls/new", request -> ask(request, withPerson(request)), Access.AGENT);
    routes.post("/people/{id}/calls", request -> log(request, withPerson(request)), Access.AGENT);
  }

  /// Whom the call was with, and in which matter; none is the one of theirs that moved last.
  private record Whom(Customer customer, @Nullable ConversationId matter) {
    String path() {
      return matter == null ? "/people/" + customer.id() : "/c/" + matter;
    }

    /// What they said last is looked for there; somebody without a matter said nothing.
    ConversationId heardIn() {
      return matter == null ? new ConversationId(customer.id().value()) : matter;
    }
  }

  private Whom inMatter(Context request) {
    var id = ConversationId.parse(request.pathParam("id"));
    return new Whom(customer(doors.talk().conversations().get(id).customer()), id);
  }

  private Whom withPerson(Context request) {
    return new Whom(customer(CustomerId.parse(request.pathParam("id"))), null);
  }

  private Customer customer(CustomerId id) {
    doors.customers().refuseForgotten(id);
    return doors.customers().get(id);
  }

  private void ask(Context request, Whom whom) {
    show(request, whom, CallLogForm.empty(), List.of(), null);
  }

  /// It stops once for a promise with a time in the line.
  private void log(Context request, Whom whom) {
    var form = CallLogForm.in(request);
    var heard = hearings.in(whom.heardIn(), form.note()).stream()
        .filter(HeardRow::isDated)
        .toList();
    if (!form.asked() && !heard.isEmpty()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, whom, form, heard, null);
      return;
    }
    try {
      save(Who.agent(request).id(), whom, form, heard);
      request.redirect(whom.path(), HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, whom, form, List.of(), refused.sentence());
    }
  }

  private void save(AgentId by, Whom whom, CallLogForm form, List<HeardRow> heard) {
    doors.ground().database().useTransaction(tx -> {
      if (!doors.ground().formKeys().use(form.key(), form.content())) return;
      var hand = doors.talk().handCalls();
      var call = whom.matter() == null
          ? hand.log(by, whom.customer().id(), form.had())
          : hand.log(by, whom.matter(), form.had());
      for (var row : heard)
        if (form.promised().contains(row.name()))
          doors.promises().make(by, commitment(by, call, row));
    });
  }

  private Commitment commitment(AgentId by, PhoneCall call, HeardRow heard) {
    var due =
        LocalDateTime.parse(heard.due()).atZone(doors.shop().time().zone()).toInstant();
    return new Commitment(
        call.conversation(), heard.what(), Kind.of(heard.kind()), by, null, due, Channel.CALL);
  }

  private void show(
      Context request, Whom whom, CallLogForm form, List<HeardRow> heard, @Nullable String error) {
    var customer = whom.customer();
    var frame = frames.around(
        request, "Log a call", whom.matter() == null ? Place.PEOPLE : Place.CONVERSATIONS);
    pages.show(
        request,
        "desk/call-log.jte",
        new CallLog(
            frame,
            Face.of(customer.name()),
            customer.name(),
            customer.firstName(),
            whom.path() + "/calls",
            whom.path(),
            form.outbound(),
            form.choices(),
            form.note(),
            form.key(),
            heard,
            error));
  }
}
