package kept.desk;

import java.time.InstantSource;
import java.util.List;
import kept.team.AgentId;
import kept.team.Passkey;
import kept.team.Passkeys;
import kept.team.Shop;

/// Somebody's passkeys in words.
public record PasskeyRows(Passkeys passkeys, Shop shop, InstantSource clock) {

  /// At a desk that people reach there.
  List<WaysInPart.Row> of(AgentId owner, PasskeyPlace place) {
    return passkeys.of(owner).stream().map(passkey -> row(passkey, place)).toList();
  }

  private WaysInPart.Row row(Passkey passkey, PasskeyPlace place) {
    var now = clock.instant();
    var time = shop.time();
    var used = passkey.usedAt();
    var words = "made " + time.past(passkey.createdAt(), now)
        + (used == null ? ", not used yet" : ", used " + time.past(used, now));
    var site = place.site();
    if (site != null && !passkey.site().equals(site.name()))
      words = "works only at " + passkey.site();
    return new WaysInPart.Row(passkey.id().toString(), passkey.name(), words);
  }
}
