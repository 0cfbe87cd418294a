package kept.line.sip;

import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;

/// Hands the stack our parser (its property `gov.nist.javax.sip.MESSAGE_PARSER_FACTORY`).
///
/// Public only because the stack makes it by name; nobody else has use for it.
public final class StrictParserFactory implements MessageParserFactory {

  @Override
  public MessageParser createMessageParser(SIPTransactionStack stack) {
    return new StrictParser();
  }
}
