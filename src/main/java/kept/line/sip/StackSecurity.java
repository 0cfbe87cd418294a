package kept.line.sip;

import gov.nist.core.net.SecurityManagerProvider;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.NullUnmarked;

/// Hands keys to JAIN-SIP, which makes this class itself from a name and knows only
/// properties.
@NullUnmarked
public final class StackSecurity implements SecurityManagerProvider {
  private static final Map<String, SipTls> BY_STACK = new ConcurrentHashMap<>();
  private static final SipTls NONE = new SipTls(new KeyManager[0], new TrustManager[0]);
  private SipTls tls = NONE;

  static void register(String stack, SipTls tls) {
    BY_STACK.put(stack, tls);
  }

  static void forget(String stack) {
    BY_STACK.remove(stack);
  }

  @Override
  public void init(Properties properties) {
    tls = BY_STACK.getOrDefault(properties.getProperty("javax.sip.STACK_NAME"), NONE);
  }

  @Override
  public KeyManager[] getKeyManagers(boolean client) {
    return tls.keys();
  }

  @Override
  public TrustManager[] getTrustManagers(boolean client) {
    return tls.trust();
  }
}
