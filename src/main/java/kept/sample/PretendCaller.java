package kept.sample;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Target;
import kept.line.rtp.Source;
import kept.line.sip.Destination;
import kept.phone.PhoneCall;

/// Somebody who rings the shop and does one thing.
///
/// A person hears whether they talk with another one or have to speak after a tone; this one asks
/// the shop's own book.
final class PretendCaller implements Part {
  private static final String STORY =
      "Hello. I have a question about what I bought from you. Please ring me back.";
  private static final Duration GIVES_UP = Duration.ofSeconds(5);
  private static final Duration LISTENS = Duration.ofMillis(500);
  private static final Duration THINKS = Duration.ofSeconds(2);
  /// How long the button waits for a phone to ring, so that the page it leads back to shows it.
  private static final Duration NOTICED = Duration.ofSeconds(2);

  private final Exchange exchange;
  private final Call call;
  private final Ringer who;
  private final Does does;
  private final CountDownLatch settled = new CountDownLatch(1);
  private boolean said; // of the mailbox
  private boolean stays; // of the mailbox

  PretendCaller(Exchange exchange, Call call, Ringer who, Does does) {
    this.exchange = exchange;
    this.call = call;
    this.who = who;
    this.does = does;
  }

  /// Returns when a phone rings, or somebody took the call, or soon anyway.
  void ring(Destination shop) {
    call.ring(List.of(new Target(shop, who.identity())));
    if (does == Does.HANGS_UP) exchange.after(GIVES_UP, call, call::hangUp);
    try {
      settled.await(NOTICED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Something came of it.
  void settle() {
    settled.countDown();
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Answered _ -> listen();
      case CallEvent.Played _ -> saidIt();
      case CallEvent.Ended _ -> settle();
      default -> {}
    }
  }

  private void listen() {
    settle();
    var heard = inTheBook();
    if (said) return;
    if (heard.isPresent() && heard.get().talkedAt() != null) talk();
    else if (heard.isPresent() && heard.get().recording() != null) speakAfterTheTone();
    else exchange.after(LISTENS, call, this::listen);
  }

  private Optional<PhoneCall> inTheBook() {
    return exchange.calls().live().stream()
        .filter(each -> each.isInbound() && Objects.equals(each.number(), who.number()))
        .reduce((first, last) -> last);
  }

  private void talk() {
    stays = does == Does.WAITS;
    say();
  }

  private void speakAfterTheTone() {
    if (does == Does.TALKS) call.hangUp();
    else say();
  }

  private void say() {
    said = true;
    call.play(call.legs().getFirst(), new Source.Clip(exchange.say(STORY), false));
  }

  private void saidIt() {
    call.play(call.legs().getFirst(), Source.SILENCE);
    if (!stays) exchange.after(THINKS, call, call::hangUp);
  }

  Ringer who() {
    return who;
  }

  Does does() {
    return does;
  }
}
