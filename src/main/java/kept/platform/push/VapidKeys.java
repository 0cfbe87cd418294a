package kept.platform.push;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import kept.platform.Database;
import kept.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The installation's one key pair for web push, made when it is first asked for and kept sealed in
/// `push_key`. Every browser's subscription hangs on it, so it never changes. Threads may share
/// this object.
public final class VapidKeys {
  private final Database database;
  private final Secrets secrets;
  private final InstantSource clock;
  private volatile @Nullable Vapid known;

  public VapidKeys(Database database, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.secrets = secrets;
    this.clock = clock;
  }

  public Vapid get() {
    var before = known;
    if (before != null) return before;
    var vapid = database.inTransaction(this::readOrMake);
    known = vapid;
    return vapid;
  }

  /// Of two processes that make one at once the second takes the first one's.
  private Vapid readOrMake(Handle tx) {
    var pair = Curve.freshPair();
    tx.createUpdate("""
            insert into push_key (one, public_key, private_key, made_at)
            values (true, :public, :private, :now)
                on conflict (one) do nothing
            """)
        .bind("public", Curve.point((java.security.interfaces.ECPublicKey) pair.getPublic()))
        .bind("private", secrets.seal(pair.getPrivate().getEncoded()))
        .bind("now", clock.instant())
        .execute();
    return tx.createQuery("select public_key, private_key from push_key")
        .map((row, context) ->
            new Vapid(pair(row.getBytes("public_key"), row.getBytes("private_key"))))
        .one();
  }

  private KeyPair pair(byte[] point, byte[] sealed) {
    try {
      var spec = new PKCS8EncodedKeySpec(secrets.unseal(sealed));
      return new KeyPair(Curve.key(point), KeyFactory.getInstance("EC").generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key for web push cannot be read.", e);
    }
  }
}
