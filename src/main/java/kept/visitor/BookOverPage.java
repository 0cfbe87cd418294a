package kept.visitor;

import kept.platform.http.Assets;

/// The end of a booking: it stands, or there is nothing to book here any more; and how to reach the
/// shop.
public record BookOverPage(Assets assets, ShopSign shop, String headline, String words) {}
