package kept.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/// PostgreSQL as the rooms see it: transactions, and nothing else.
///
/// A thread has at most one transaction: a door that is called inside another's joins it, so
/// several rooms can change together or not at all. Threads may share this object.
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  /// Of this object, not of the class: a process may hold more than one database.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Handle> current = new ThreadLocal<>();

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    jdbi.registerArgument(new IdArgument());
    jdbi.registerArgument(new EnumArgument());
  }

  /// Opens a pool of connections. Nothing is asked of the server before the first use.
  public static Database open(Address address, int connections) {
    var config = new HikariConfig();
    config.setPoolName("kept");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(true);
    config.setDataSource(new PatientSource(address, ofTheDriver()));
    return new Database(new HikariDataSource(config));
  }

  private static Properties ofTheDriver() {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "kept");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("prepareThreshold", "2");
    return properties;
  }

  /// Where a database is and who we are to it. As text it leaves the password out.
  public record Address(String url, String user, String password) {
    @Override
    public String toString() {
      return url.replaceFirst("\\?.*", "") + " as " + user;
    }
  }

  /// Brings the schema to this release's version.
  public void migrate() {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /// Whether any Kept has been here.
  public boolean hasTables() {
    return read(tx -> tx.createQuery("select to_regclass('installation') is not null")
        .mapTo(Boolean.class)
        .one());
  }

  /// Runs work in a transaction: in the one that this thread is already in, else in a new one.
  public <T> T inTransaction(Function<Handle, T> work) {
    var joined = current.get();
    if (joined != null) return work.apply(joined);
    try (var handle = jdbi.open()) {
      return handle.inTransaction(tx -> within(tx, work));
    }
  }

  public void useTransaction(Consumer<Handle> work) {
    inTransaction(tx -> {
      work.accept(tx);
      return Boolean.TRUE;
    });
  }

  /// Reads, in the running transaction if there is one, else each statement on its own.
  public <T> T read(Function<Handle, T> work) {
    var joined = current.get();
    return joined != null ? work.apply(joined) : jdbi.withHandle(work::apply);
  }

  /// Asks the many short questions of a page over one connection. The server plans each of them
  /// once, whatever its values: planning them anew for every page took longer than answering. So
  /// nothing belongs in here whose best way depends on the values, such as a list of any length.
  public <T> T together(Supplier<T> questions) {
    if (current.get() != null) return questions.get();
    return inTransaction(tx -> {
      tx.execute("set local plan_cache_mode = force_generic_plan");
      return questions.get();
    });
  }

  /// Runs something small once the running transaction has committed, and not if it does not.
  public void afterCommit(Runnable action) {
    currentTransaction().afterCommit(action);
  }

  /// Whether the server answers, asked in a transaction of nobody's.
  public boolean answers() {
    try {
      return jdbi.withHandle(
              tx -> tx.createQuery("select 1").mapTo(Integer.class).one())
          == 1;
    } catch (JdbiException e) {
      return false;
    }
  }

  /// The server was away, and what is in the pool died with it: every connection is made anew.
  public void reconnect() {
    var bean = pool.getHikariPoolMXBean();
    if (bean != null) bean.softEvictConnections();
  }

  /// How many connections are in use, and how many threads wait for one.
  public record Load(int inUse, int waiting) {}

  public Load load() {
    var bean = pool.getHikariPoolMXBean();
    return bean == null
        ? new Load(0, 0)
        : new Load(bean.getActiveConnections(), bean.getThreadsAwaitingConnection());
  }

  /// The transaction that this thread is in; a bug when there is none.
  Handle currentTransaction() {
    var tx = current.get();
    if (tx == null) throw new IllegalStateException("This belongs inside a transaction.");
    return tx;
  }

  DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T> T within(Handle tx, Function<Handle, T> work) {
    current.set(tx);
    try {
      return work.apply(tx);
    } finally {
      current.remove();
    }
  }

  private static final class IdArgument extends AbstractArgumentFactory<Id> {
    IdArgument() {
      super(java.sql.Types.OTHER);
    }

    @Override
    protected Argument build(Id id, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, id.value());
    }
  }

  private static final class EnumArgument extends AbstractArgumentFactory<Enum<?>> {
    EnumArgument() {
      super(java.sql.Types.VARCHAR);
    }

    @Override
    protected Argument build(Enum<?> value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.name());
    }
  }
}
