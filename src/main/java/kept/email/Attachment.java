package kept.email;

import org.jspecify.annotations.Nullable;

/// A file that came with a mail. Its name is safe to show and to save under.
///
/// `inline` means that the mail wants it within its words, found by `contentId` (without
/// brackets). Nobody changes the bytes.
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(
    String name, String contentType, @Nullable String contentId, boolean inline, byte[] bytes) {}
