package kept.visitor;

import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Where a customer says on which number they want to be rung. Posts `number` to `path` + /number.
public record NumberPage(
    Assets assets,
    ShopSign shop,
    String path,
    String known,
    String typed,
    @Nullable String error) {}
