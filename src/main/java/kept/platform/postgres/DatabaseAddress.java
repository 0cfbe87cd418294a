package kept.platform.postgres;

/// What it takes to connect to a database. As text it leaves the password out.
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return jdbcUrl + " as " + user;
  }
}
