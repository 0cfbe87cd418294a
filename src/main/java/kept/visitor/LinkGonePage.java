package kept.visitor;

import kept.platform.http.Assets;

/// A link that no longer opens: too old, taken back, or never ours. It says how to reach the shop.
///
/// `mayAsk` offers a new link, sent to the address we hold; `sent` once it was asked for. A link
/// we never made looks the same as one that was taken back.
public record LinkGonePage(
    Assets assets, ShopSign shop, String path, String words, boolean mayAsk, boolean sent) {}
