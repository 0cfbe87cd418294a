package kept.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/// PostgreSQL as the rooms see it: transactions, and nothing else.
///
/// A thread has at most one transaction: a door that is called inside another's joins it, so
/// several rooms can change together or not at all. Threads may share this object.
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final HikariDataSource pagePool;
  private final Jdbi jdbi;
  private final Jdbi pages;
  /// Of this object, not of the class: a process may hold more than one database.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Handle> current = new ThreadLocal<>();

  private Database(HikariDataSource pool, HikariDataSource pagePool) {
    this.pool = pool;
    this.pagePool = pagePool;
    this.jdbi = jdbi(pool);
    this.pages = jdbi(pagePool);
  }

  /// Opens a pool of connections. Pages have another, half as large, that connects at the first of
  /// them.
  public static Database open(Address address, int connections) {
    var source = new PatientSource(address, ofTheDriver());
    var pages = new HikariDataSource();
    pool("pages", (connections + 1) / 2, 1, source).copyStateTo(pages);
    pages.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
    return new Database(new HikariDataSource(pool("kept", connections, 2, source)), pages);
  }

  private static HikariConfig pool(String name, int connections, int idle, DataSource source) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(idle);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(true);
    config.setDataSource(source);
    return config;
  }

  private static Properties ofTheDriver() {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "kept");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("prepareThreshold", "2");
    properties.setProperty("logServerErrorDetail", "false"); // it quotes the row
    return properties;
  }

  private static Jdbi jdbi(DataSource pool) {
    var jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(Database::withoutValues);
    jdbi.registerArgument(new IdArgument());
    jdbi.registerArgument(new EnumArgument());
    return jdbi;
  }

  /// What goes into the log: the statement, and nothing that was put into it.
  private static String withoutValues(StatementException wrong) {
    var context = wrong.getStatementContext();
    var sql = context == null ? "" : String.valueOf(context.getRawSql()).strip();
    return wrong.getShortMessage() + " [" + sql.replaceAll("\\s+", " ") + "]";
  }

  /// Where a database is and who we are to it. As text it leaves the password out.
  public record Address(String url, String user, String password) {
    @Override
    public String toString() {
      return url.replaceFirst("\\?.*", "") + " as " + user;
    }
  }

  /// Its tables and their versions.
  public Schema schema() {
    return new Schema(pool);
  }

  /// Runs work in a transaction: in the one that this thread is already in, else in a new one.
  public <T> T inTransaction(Function<Handle, T> work) {
    var joined = current.get();
    if (joined != null && joined.isInTransaction()) return work.apply(joined);
    try (var handle = jdbi.open()) {
      return handle.inTransaction(tx -> within(tx, work));
    } catch (JdbiException e) {
      throw RefusedBySchema.inWords(e);
    }
  }

  public void useTransaction(Consumer<Handle> work) {
    inTransaction(tx -> {
      work.accept(tx);
      return Boolean.TRUE;
    });
  }

  /// Reads, in the running transaction or [#together] if there is one, else over any connection.
  public <T> T read(Function<Handle, T> work) {
    var joined = current.get();
    return joined != null ? work.apply(joined) : jdbi.withHandle(work::apply);
  }

  /// Asks the many short questions of a page over one connection, each on its own. The server
  /// plans each of them once, whatever its values: planning them anew for every page took longer
  /// than answering. So nothing belongs in here whose best way depends on the values, such as a
  /// list of any length. A change made in here is a transaction by itself.
  public <T> T together(Supplier<T> questions) {
    if (current.get() != null) return questions.get();
    try (var handle = pages.open()) {
      return within(handle, page -> questions.get());
    }
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
    pools().forEach(HikariPoolMXBean::softEvictConnections);
  }

  /// How many connections are in use, and how many threads wait for one.
  public record Load(int inUse, int waiting) {}

  public Load load() {
    var inUse = pools().stream().mapToInt(HikariPoolMXBean::getActiveConnections);
    var waiting = pools().stream().mapToInt(HikariPoolMXBean::getThreadsAwaitingConnection);
    return new Load(inUse.sum(), waiting.sum());
  }

  /// The transaction that this thread is in; a bug when there is none.
  Handle currentTransaction() {
    var tx = current.get();
    if (tx == null || !tx.isInTransaction())
      throw new IllegalStateException("This belongs inside a transaction.");
    return tx;
  }

  DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pagePool.close();
    pool.close();
  }

  /// Those that were used already.
  private List<HikariPoolMXBean> pools() {
    return Stream.of(pool, pagePool)
        .map(HikariDataSource::getHikariPoolMXBean)
        .filter(Objects::nonNull)
        .toList();
  }

  private <T> T within(Handle handle, Function<Handle, T> work) {
    var around = current.get();
    current.set(handle);
    try {
      return work.apply(handle);
    } finally {
      if (around == null) current.remove();
      else current.set(around);
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
