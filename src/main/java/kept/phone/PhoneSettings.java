package kept.phone;

import java.net.InetAddress;

/// Where the line listens.
///
/// @param port SIP over UDP and TCP; 0 is any free one
/// @param firstPort lowest of the ports for sound, two to a party
/// @param lastPort highest of them
/// @param advertised the address that others reach us at
public record PhoneSettings(
    InetAddress bind, int port, int firstPort, int lastPort, InetAddress advertised) {}
