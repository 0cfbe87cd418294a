package kept.desk;

import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// The code after a password or a link. Posts `code` and `next` to itself.
public record CodePage(Assets assets, String next, @Nullable String error) {}
