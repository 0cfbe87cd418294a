package kept.line.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sip.message.Request;
import javax.sip.message.Response;
import kept.line.rtp.Law;

/// The SIP edge: phones register here, calls arrive and are placed.
///
/// Any thread may use it. None of JAIN-SIP's types is seen from outside.
public final class SipEdge implements AutoCloseable {
  private final SipSettings settings;
  private final EdgeListener listener = new EdgeListener();
  private final Timers timers = new Timers();
  private final JainStack stack;
  private final Signalling signalling;
  private final Answers answers;
  private final Admissions admissions;
  private final Registrar registrar;
  private final Gate gate;
  private final Trunks trunks;
  private final Resolver resolver;
  private final KeepAlive keepAlive;
  private final Future<?> sweeping;

  public SipEdge(SipSettings settings, SipHandler handler, Gate.Guards guards, List<Trunk> trunks)
      throws IOException {
    this.settings = settings;
    stack = new JainStack(settings, listener);
    var messages = new Messages(stack, settings);
    var channels = trunks.stream().collect(Collectors.toMap(Trunk::name, Trunk::channels));
    var guard = new TollGuard(guards.tolls(), channels, guards.clock(), guards.zone());
    signalling = new Signalling(stack, messages, settings, timers, new Tolls(guard, timers));
    answers = new Answers(stack, messages);
    admissions = new Admissions(signalling, handler, answers);
    registrar =
        new Registrar(answers, messages, guards.phones(), settings.advertised().getHostAddress());
    this.trunks = new Trunks(signalling, trunks, guards);
    resolver = guards.resolution();
    gate = new Gate(answers, messages, guards);
    keepAlive = new KeepAlive(signalling, registrar);
    keepAlive.start();
    sweeping = timers.every(Connections.BETWEEN_SWEEPS, () -> sweep(System.nanoTime()));
  }

  /// From now on what arrives is dealt with; what came before has waited.
  public void listen() {
    trunks.start();
    listener.listenFor(this);
  }

  public int port(Transport transport) {
    return stack.port(transport);
  }

  /// Where the phones of this user ring now; empty when none is registered.
  public List<Destination> phonesOf(String user) {
    return registrar.reach(user);
  }

  /// Trunks that can take a call now, the preferred one first.
  public List<Destination> trunksTo(String number) {
    return trunks.to(number);
  }

  /// What each trunk says of itself.
  public List<Trunks.Health> trunks() {
    return trunks.health();
  }

  /// Asks a trunk once, and waits for what it says: some seconds at most.
  public TrunkReport test(Trunk trunk) {
    return new TrunkTrial(signalling, trunk, resolver).run();
  }

  /// A call to somebody: [SipLeg#invite] sends it.
  public SipLeg place(LegOwner owner, Destination to) {
    return SipLeg.placing(signalling, owner, to);
  }

  /// INVITEs that got a 503 since nobody could read them, or write them down, in time.
  public long turnedAway() {
    return admissions.turnedAway() + stack.turnedAway();
  }

  /// Messages that ended in an exception of ours: always 0, or something is to be mended.
  public long failures() {
    return listener.failures();
  }

  /// In the order that we like best.
  public static List<Law> laws() {
    return List.of(Law.PCMU, Law.PCMA);
  }

  Transport transportOf(Object provider) {
    return stack.transportOf(provider);
  }

  /// A request outside any dialog.
  void arrived(SIPRequest request, Transport transport) {
    var source = Registrar.source(request);
    // A carrier sends the calls of many: what it may send is agreed with it.
    var carrier = trunks.from(source.getAddress());
    if (carrier.isEmpty() && !gate.admits(source)) return;
    var objection = Screening.of(request);
    if (objection.isPresent()) {
      answers.objected(request, transport, objection.get());
      return;
    }
    switch (request.getMethod()) {
      case Request.OPTIONS ->
        answers.send(
            request,
            transport,
            Response.OK,
            response ->
                response.setHeader(signalling.messages().header("Accept", "application/sdp")));
      case Request.REGISTER ->
        gate.phone(request, transport, source, Response.UNAUTHORIZED)
            .ifPresent(user -> registrar.register(request, transport, user));
      case Request.INVITE -> invited(request, transport);
      case Request.BYE, Request.UPDATE, Request.INFO, Request.PRACK, Request.NOTIFY ->
        answers.plain(request, transport, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      default -> answers.plain(request, transport, Response.METHOD_NOT_ALLOWED);
    }
  }

  private void invited(SIPRequest request, Transport transport) {
    if (request.getToTag() != null) {
      answers.plain(request, transport, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    var source = Registrar.source(request);
    var trunk = trunks.from(source.getAddress());
    var origin = trunk
        .<Origin>map(Origin.Carrier::new)
        .or(() -> gate.phone(request, transport, source, Response.PROXY_AUTHENTICATION_REQUIRED)
            .map(Origin.Phone::new));
    if (origin.isEmpty()) return;
    if (Screening.sessionTooShort(request, settings)) {
      answers.send(
          request,
          transport,
          422,
          response -> response.setHeader(signalling
              .messages()
              .header("Min-SE", String.valueOf(settings.times().leastSession().toSeconds()))));
      return;
    }
    Flows.keep(request, source, transport);
    admissions.admit(request, transport, Invitations.of(request, origin.get(), source, transport));
  }

  /// Ends the connections that never brought a whole message.
  void sweep(long now) {
    stack.sweep(now);
  }

  /// Nothing of ours is being set up by that name.
  void cancelled(SIPRequest request, Transport transport) {
    answers.plain(request, transport, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    keepAlive.close();
    trunks.close();
    timers.close();
    stack.close();
  }
}
