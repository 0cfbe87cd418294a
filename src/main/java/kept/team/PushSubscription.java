package kept.team;

import java.time.Instant;
import kept.platform.push.PushAddress;
import org.jspecify.annotations.Nullable;

/// A browser that takes alarms for one of the team, as long as they are signed in there.
///
/// `sentAt` is when its push service last took one from us, `shownAt` when the browser last said
/// that it had shown one. `device` is said as people say it: "Chrome on Android".
public record PushSubscription(
    PushSubscriptionId id,
    AgentId agent,
    SessionId session,
    PushAddress address,
    String device,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable Instant shownAt) {}
