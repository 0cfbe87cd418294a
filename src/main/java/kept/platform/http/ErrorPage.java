package kept.platform.http;

/// What somebody reads when a request could not be answered: what happened and what to do now.
public record ErrorPage(int status, String title, String words) {}
