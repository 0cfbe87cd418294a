package kept.desk;

import kept.platform.http.Assets;

/// A link by mail was asked for, by the owner of this address; or it was followed by this person,
/// who then goes on to `next`.
public record LinkPage(Assets assets, String whose, String next) {}
