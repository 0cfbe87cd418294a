package kept.exchange;

import java.nio.file.Path;

/// Everything of a shop that is not in its database.
///
/// @param files what the database refers to by hash, and the mark of the installation
/// @param recordings of calls, a folder that need not be there
/// @param secretKey without which links, tokens and sealed passwords open nothing
public record Whole(Path files, Path recordings, Path secretKey) {}
