/// Marlow & Daughter, the made-up shop that `./kept try` serves: its story, its clock, its
/// lever.
///
/// Owns no table and publishes nothing of its own: the story is told through the doors of the
/// other rooms, under a clock that walks through it. Uses: platform, team, customers,
/// conversations, promises, recaps, frontdoor, phone, email, line. Only `try` wires it;
/// nothing of it exists in `start`.
@org.jspecify.annotations.NullMarked
package kept.sample;
