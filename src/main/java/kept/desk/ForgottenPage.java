package kept.desk;

/// Instead of a person's page, once they were forgotten: on which day.
public record ForgottenPage(Frame frame, String day) {}
