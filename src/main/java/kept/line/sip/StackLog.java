package kept.line.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JAIN-SIP's log, which says much and quotes the peer: only for whoever asks for `debug`.
@NullUnmarked
public final class StackLog implements StackLogger {
  private static final Logger LOG = LoggerFactory.getLogger("kept.line.sip.stack");

  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int level) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void logException(Throwable failure) {
    LOG.debug("The stack failed.", failure);
  }

  @Override
  public void logDebug(String words) {}

  @Override
  public void logTrace(String words) {}

  @Override
  public void logFatalError(String words) {
    LOG.debug("{}", Printable.of(words));
  }

  @Override
  public void logError(String words) {
    LOG.debug("{}", Printable.of(words));
  }

  @Override
  public void logError(String words, Exception failure) {
    LOG.debug("{}", Printable.of(words), failure);
  }

  @Override
  public void logWarning(String words) {
    LOG.debug("{}", Printable.of(words));
  }

  @Override
  public void logInfo(String words) {}

  @Override
  public boolean isLoggingEnabled() {
    return LOG.isDebugEnabled();
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return LOG.isDebugEnabled() && level <= TRACE_WARN;
  }

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String stamp) {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public String getLoggerName() {
    return LOG.getName();
  }
}
