package kept.desk;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.phone.Phones;
import kept.team.Agent;
import kept.team.ApiToken;
import kept.team.ApiTokens;
import kept.team.Role;
import kept.team.Session;
import kept.team.SessionId;
import kept.team.Sessions;
import kept.team.Shop;
import kept.team.Team;
import kept.team.Who;

/// What belongs to whoever looks: the browsers they are signed in with, those that take
/// their alarms, and for the owner the programs that act for the shop.
public record Own(
    Team team,
    Sessions sessions,
    ApiTokens tokens,
    Devices devices,
    Phones phones,
    Doorstep doorstep,
    Shop shop,
    InstantSource clock) {
  List<SettingsPage.SignedIn> sessionsOf(Context request) {
    var here = Who.session(request);
    return sessions.openOf(Who.agent(request).id()).stream()
        .map(session -> row(session, here))
        .toList();
  }

  /// Their telephones, and where each is said to stand.
  List<String> phonesOf(Context request) {
    return phones.of(List.of(Who.agent(request).id())).stream()
        .map(phone -> phone.name()
            + (phone.location().isEmpty() ? ", nobody wrote down where" : ": " + phone.location()))
        .toList();
  }

  List<SettingsPage.Program> programsOf(Context request) {
    if (Who.agent(request).role() != Role.OWNER) return List.of();
    return tokens.list().stream().map(this::row).toList();
  }

  WaysInPart waysInOf(Context request) {
    var me = Who.agent(request);
    var place = doorstep.place(request);
    var ask = WaysInPages.PASSKEYS + "/challenge";
    return new WaysInPart(
        place.part(ask, true, false),
        doorstep.deviceOf(request),
        new PasskeyRows(doorstep.passkeys(), shop, clock).of(me.id(), place),
        doorstep.isProven(request),
        doorstep.signIn().hasPassword(me),
        new WaysInPart.CodeApp(
            doorstep.ways().codes().isAskedOf(me.id()),
            doorstep.ways().codes().recoveryCodesLeft(me.id())),
        pinOf(me));
  }

  private WaysInPart.Pin pinOf(Agent me) {
    var ways = doorstep.ways();
    var until = ways.pins().until(me.id()).map(shop.time()::time).orElse(null);
    return new WaysInPart.Pin(!ways.devices().list().isEmpty(), until);
  }

  private SettingsPage.SignedIn row(Session session, Optional<SessionId> here) {
    var isHere = here.filter(session.id()::equals).isPresent();
    var words = isHere ? "here, now" : "seen " + past(session.seenAt());
    return new SettingsPage.SignedIn(session.id().toString(), session.device(), words, isHere);
  }

  private SettingsPage.Program row(ApiToken token) {
    var used = token.usedAt();
    var words = used == null ? "not used yet" : "used " + past(used);
    return new SettingsPage.Program(token.id().toString(), token.label(), words);
  }

  private String past(Instant at) {
    return shop.time().past(at, clock.instant());
  }
}
