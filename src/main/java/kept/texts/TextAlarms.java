package kept.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.platform.Deliveries;
import kept.platform.Limit;
import kept.platform.Outgoing;
import kept.promises.AlarmChannel;
import kept.promises.AlarmNote;
import kept.team.Agent;
import kept.team.PushSubscriptions;

/// Alarms as texts to the phone that somebody carries. A push has a minute to be seen first;
/// whoever sees or answers it in that time gets no text.
public final class TextAlarms implements AlarmChannel {
  static final Duration AFTER_A_PUSH = Duration.ofSeconds(60);
  private static final Duration OF_USE = Duration.ofHours(1);
  /// With its link an alarm is one part of a text.
  private static final Limit HEADLINE = new Limit(70, "");

  private final PushSubscriptions subscriptions;
  private final ShopTexts accounts;

  public TextAlarms(PushSubscriptions subscriptions, ShopTexts accounts) {
    this.subscriptions = subscriptions;
    this.accounts = accounts;
  }

  @Override
  public String word() {
    return AlarmChannel.TEXT;
  }

  @Override
  public List<Outgoing> to(Agent agent, AlarmNote note, UUID about, Instant notBefore) {
    var mobile = agent.mobile();
    if (mobile == null || !accounts.areSetUp()) return List.of();
    var from = subscriptions.of(agent.id()).isEmpty() ? notBefore : notBefore.plus(AFTER_A_PUSH);
    var body = Map.of(
        "words", HEADLINE.cut(note.words().headline()),
        "path", note.path(),
        "until", from.plus(OF_USE).toString());
    return List.of(Outgoing.of(Deliveries.TEXT, mobile.number(), about, body, from));
  }
}
