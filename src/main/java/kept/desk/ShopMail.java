package kept.desk;

import kept.team.AgentId;
import kept.team.Business;
import kept.team.Shop;

/// The address that people write to. Without one, mail to any address is taken.
final class ShopMail {
  static final String HOW_TO_FIX = "Enter an address like hello@example.com, or leave it empty.";

  private ShopMail() {}

  static void set(Shop shop, AgentId by, String address) {
    var now = shop.business();
    var email = address.isEmpty() ? null : address;
    var changed = new Business(now.name(), now.zone(), email, now.phone(), now.hue());
    shop.set(by, changed, shop.hours());
  }
}
