/// Every page a customer sees. They have no account, and press nothing that they need not.
///
/// Owns no tables. Each page takes one record of words already chosen. Nothing here runs a script.
@NullMarked
package kept.visitor;

import org.jspecify.annotations.NullMarked;
