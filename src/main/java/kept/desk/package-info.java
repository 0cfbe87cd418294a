/// The pages of the team: everything uses everything here, and nobody uses it.
///
/// Owns no tables. Each page takes one record of words already chosen; the records live here beside
/// the handlers that fill them, the templates in `src/main/jte`.
@NullMarked
package kept.desk;

import org.jspecify.annotations.NullMarked;
