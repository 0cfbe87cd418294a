package kept.desk;

import kept.team.AgentId;
import kept.team.Shop;

/// The address that people write to. Without one, mail to any address is taken.
final class ShopMail {
  static final String HOW_TO_FIX = "Enter an address like hello@example.com, or leave it empty.";

  private ShopMail() {}

  static void set(Shop shop, AgentId by, String address) {
    shop.setEmail(by, address.isEmpty() ? null : address);
  }
}
