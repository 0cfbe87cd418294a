/// What every page shares, whoever it is for: faces, and nothing that knows the business.
@NullMarked
package kept.platform.pages;

import org.jspecify.annotations.NullMarked;
